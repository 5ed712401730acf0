package io.tickstream.connect.benchmarks.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The Cassandra table that the contestants fill. */
public final class Table {

  private static final int PAGE_ROWS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CqlSession session;
  private final String name;
  private final int columns;

  /**
   * A table with the given number of columns.
   *
   * @param name keyspace and table
   */
  public Table(CqlSession session, String name, int columns) {
    this.session = session;
    this.name = name;
    this.columns = columns;
  }

  /** CREATE TABLE for rows of so many columns. */
  public static String ddl(String name, int columns) {
    String extra =
        IntStream.rangeClosed(Rows.FIXED_COLUMNS + 1, columns)
            .mapToObj(i -> ", c" + i + " double")
            .collect(Collectors.joining());
    return "CREATE TABLE IF NOT EXISTS "
        + name
        + " (symbol text, ts timestamp, price double, volume bigint"
        + extra
        + ", PRIMARY KEY (symbol, ts))";
  }

  /** INSERT with a marker for each column in the order of the table's definition. */
  public static String insert(String name, int columns) {
    String extra =
        IntStream.rangeClosed(Rows.FIXED_COLUMNS + 1, columns)
            .mapToObj(i -> ", c" + i)
            .collect(Collectors.joining());
    return "INSERT INTO %s (symbol, ts, price, volume%s) VALUES (%s)"
        .formatted(name, extra, "?" + ", ?".repeat(columns - 1));
  }

  /** What a sink's mapping says: each column takes the field of its name. */
  public static String mapping(int columns) {
    return "symbol=value.symbol, ts=value.ts, price=value.price, volume=value.volume"
        + IntStream.rangeClosed(Rows.FIXED_COLUMNS + 1, columns)
            .mapToObj(i -> ", c" + i + "=value.c" + i)
            .collect(Collectors.joining());
  }

  /** Creates keyspace and table, or empties a table that is there. */
  public void createOrEmpty() {
    createOrEmpty(session, name, ddl(name, columns));
  }

  static void createOrEmpty(CqlSession session, String name, String ddl) {
    String keyspace = name.substring(0, name.indexOf('.'));
    session.execute(
        patient(
            "CREATE KEYSPACE IF NOT EXISTS "
                + keyspace
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"));
    session.execute(patient(ddl));
    session.execute(patient("TRUNCATE " + name));
  }

  /** Reads the whole table; the next page is fetched while one is summed. */
  public Checksum checksum() {
    Checksum checksum = new Checksum();
    CompletionStage<AsyncResultSet> next = session.executeAsync(patient("SELECT * FROM " + name));
    double[] extra = new double[columns - Rows.FIXED_COLUMNS];
    while (next != null) {
      AsyncResultSet page = next.toCompletableFuture().join();
      next = page.hasMorePages() ? page.fetchNextPage() : null;
      for (Row row : page.currentPage()) {
        add(row, extra, checksum);
      }
    }
    return checksum;
  }

  private static void add(Row row, double[] extra, Checksum checksum) {
    String symbol = row.getString("symbol");
    Instant ts = row.getInstant("ts");
    if (symbol == null || ts == null) {
      throw new IllegalStateException("a row without its key");
    }
    for (int i = 0; i < extra.length; i++) {
      extra[i] = row.getDouble("c" + (Rows.FIXED_COLUMNS + 1 + i));
    }
    checksum.add(
        Integer.parseInt(symbol.substring(1)),
        ts.toEpochMilli(),
        row.getDouble("price"),
        row.getLong("volume"),
        extra);
  }

  static SimpleStatement patient(String cql) {
    return SimpleStatement.newInstance(cql).setPageSize(PAGE_ROWS).setTimeout(PATIENCE);
  }
}
