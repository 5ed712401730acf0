package io.tickstream.connect.benchmarks.load;

/**
 * A table of ticks in which every value follows from the row's index, so that topic, driver and
 * check agree without keeping a row. Immutable.
 *
 * <p>Rows go round the symbols. Ten rows share a millisecond where there are that many symbols, so
 * that (symbol, ts) is unique and record times rise as they do in a market.
 *
 * @param count rows
 * @param symbols distinct symbols, each a Cassandra partition
 * @param columns of the table, at least 4: symbol, ts, price, volume, then doubles c5, c6 …
 */
public record Rows(long count, int symbols, int columns) {

  /** Columns every table has. */
  public static final int FIXED_COLUMNS = 4;

  private static final long FIRST_TS = 1_767_225_600_000L;
  private static final long ROWS_PER_MILLISECOND = 10;
  private static final double CENTS = 100.0;

  /** Refuses what makes no table. */
  public Rows {
    if (count < 1 || symbols < 1 || columns < FIXED_COLUMNS) {
      throw new IllegalArgumentException(
          "records and symbols must be at least 1, columns at least " + FIXED_COLUMNS);
    }
  }

  /** Number of the row's symbol, from 0. */
  public int symbol(long row) {
    return (int) (row % symbols);
  }

  /** Name of a symbol: S0, S1 … */
  public static String name(int symbol) {
    return "S" + symbol;
  }

  /** Milliseconds since 1970. */
  public long ts(long row) {
    return FIRST_TS + row / Math.min(ROWS_PER_MILLISECOND, symbols);
  }

  /** Between 10 and 1,000 in whole cents. */
  public double price(long row) {
    return (1_000 + (mix(row) >>> 1) % 99_000) / CENTS;
  }

  /** Between 0 and 9,999. */
  public long volume(long row) {
    return (mix(~row) >>> 1) % 10_000;
  }

  /** Value of a further column, counted from 0. */
  public double extra(long row, int column) {
    return price(row) + column;
  }

  /** SplitMix64's finaliser: spreads neighbouring numbers over all bits. */
  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
