package io.tickstream.connect.benchmarks.raw;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.load.Table;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The physical limit of a sink: the driver alone, writing the very same rows as single inserts or
 * as unlogged batches of one partition, which may be one prepared statement each. A process of its
 * own, so that its CPU time is its own.
 */
public final class RawDriver {

  private static final int SINGLES_IN_FLIGHT = 512;
  private static final int BATCHES_IN_FLIGHT = 64;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final CqlSession session;
  private final PreparedStatement insert;
  private final @Nullable PreparedStatement whole;
  private final int columns;
  private final int batchRows;
  private final ByteBuffer[] symbols;
  private final int limit;
  private final Semaphore inFlight;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private RawDriver(
      CqlSession session, String table, int symbols, int columns, int batchRows, boolean prepared) {
    this.session = session;
    String cql = Table.insert(table, columns);
    this.insert = session.prepare(cql);
    this.whole =
        prepared
            ? session.prepare(
                "BEGIN UNLOGGED BATCH " + (cql + "; ").repeat(batchRows) + "APPLY BATCH")
            : null;
    this.columns = columns;
    this.batchRows = batchRows;
    this.symbols = new ByteBuffer[symbols];
    for (int i = 0; i < symbols; i++) {
      this.symbols[i] = ByteBuffer.wrap(Rows.name(i).getBytes(StandardCharsets.UTF_8));
    }
    this.limit = batchRows == 1 ? SINGLES_IN_FLIGHT : BATCHES_IN_FLIGHT;
    this.inFlight = new Semaphore(limit);
  }

  /**
   * Arguments: host, port, data centre, table, symbols, columns, rows per batch, whether a batch is
   * one prepared statement.
   */
  public static void main(String[] args) throws Exception {
    DriverConfigLoader config =
        DriverConfigLoader.programmaticBuilder()
            .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIMEOUT)
            .withString(DefaultDriverOption.REQUEST_CONSISTENCY, ConsistencyLevel.LOCAL_ONE.name())
            .build();
    try (CqlSession session =
        CqlSession.builder()
            .addContactPoint(new InetSocketAddress(args[0], Integer.parseInt(args[1])))
            .withLocalDatacenter(args[2])
            .withConfigLoader(config)
            .build()) {
      Baton.serve(
          new RawDriver(
                  session,
                  args[3],
                  Integer.parseInt(args[4]),
                  Integer.parseInt(args[5]),
                  Integer.parseInt(args[6]),
                  Boolean.parseBoolean(args[7]))
              ::writeAll);
    }
  }

  private void writeAll(long records) throws InterruptedException {
    Rows rows = new Rows(records, symbols.length, columns);
    long blockRows = (long) batchRows * rows.symbols();
    for (long block = 0; block < rows.count(); block += blockRows) {
      for (int symbol = 0; symbol < rows.symbols(); symbol++) {
        send(rows, block + symbol);
      }
    }
    inFlight.acquire(limit);
    inFlight.release(limit);
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a write failed", failed);
    }
  }

  /** Sends the next rows of one symbol, from the given one on. */
  private void send(Rows rows, long first) throws InterruptedException {
    if (first >= rows.count()) {
      return;
    }
    Statement<?> statement;
    if (batchRows == 1) {
      statement = bind(insert, rows, first, 1);
    } else if (whole != null && first + (long) (batchRows - 1) * rows.symbols() < rows.count()) {
      statement = bind(whole, rows, first, batchRows);
    } else {
      List<BatchableStatement<?>> batch = new ArrayList<>(batchRows);
      for (long row = first;
          row < rows.count() && batch.size() < batchRows;
          row += rows.symbols()) {
        batch.add(bind(insert, rows, row, 1));
      }
      statement = BatchStatement.newInstance(DefaultBatchType.UNLOGGED, batch);
    }
    inFlight.acquire();
    var unused =
        session
            .executeAsync(statement)
            .whenComplete(
                (result, error) -> {
                  if (error != null) {
                    failure.compareAndSet(null, error);
                  }
                  inFlight.release();
                });
  }

  /**
   * Binds so many rows of one symbol, from the given one on, with a builder: a bound statement
   * would be copied with each value.
   */
  private BoundStatement bind(PreparedStatement statement, Rows rows, long first, int count) {
    BoundStatementBuilder bound = statement.boundStatementBuilder();
    int variable = 0;
    for (int i = 0; i < count; i++) {
      for (ByteBuffer value : values(rows, first + (long) i * rows.symbols())) {
        bound.setBytesUnsafe(variable++, value);
      }
    }
    return bound.build();
  }

  private ByteBuffer[] values(Rows rows, long row) {
    ByteBuffer[] values = new ByteBuffer[rows.columns()];
    values[0] = symbols[rows.symbol(row)];
    values[1] = eight(rows.ts(row));
    values[2] = eight(Double.doubleToRawLongBits(rows.price(row)));
    values[3] = eight(rows.volume(row));
    for (int column = Rows.FIXED_COLUMNS; column < values.length; column++) {
      double value = rows.extra(row, column - Rows.FIXED_COLUMNS);
      values[column] = eight(Double.doubleToRawLongBits(value));
    }
    return values;
  }

  private static ByteBuffer eight(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
  }
}
