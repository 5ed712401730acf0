package io.tickstream.connect.benchmarks.load;

/** Counts rows and sums a hash of each, in any order. Not thread-safe. */
public final class Checksum {

  private long rows;
  private long sum;

  /** What a table must hold that received all rows. */
  public static Checksum of(Rows rows) {
    Checksum expected = new Checksum();
    int extras = rows.columns() - Rows.FIXED_COLUMNS;
    double[] extra = new double[extras];
    for (long row = 0; row < rows.count(); row++) {
      for (int i = 0; i < extras; i++) {
        extra[i] = rows.extra(row, i);
      }
      expected.add(rows.symbol(row), rows.ts(row), rows.price(row), rows.volume(row), extra);
    }
    return expected;
  }

  /** Adds one row. */
  public void add(int symbol, long ts, double price, long volume, double[] extra) {
    long hash = Rows.mix(symbol);
    hash = Rows.mix(hash ^ ts);
    hash = Rows.mix(hash ^ Double.doubleToLongBits(price));
    hash = Rows.mix(hash ^ volume);
    for (double value : extra) {
      hash = Rows.mix(hash ^ Double.doubleToLongBits(value));
    }
    rows++;
    sum += hash;
  }

  /** Rows added so far. */
  public long rows() {
    return rows;
  }

  /** Whether both saw the same rows. */
  public boolean matches(Checksum other) {
    return rows == other.rows && sum == other.sum;
  }
}
