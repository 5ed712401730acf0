package io.tickstream.connect.stack.quickstart;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectRestException;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks at connectors and tables; rates are taken between one look and the next. */
final class Monitor implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final ConnectClient connect;
  private final Throughput throughput;
  private final List<String> connectors;
  private final List<TableWatch> tables;
  private Map<String, Long> totals = Map.of();
  private long readAt = System.nanoTime();

  Monitor(LocalStack stack, CqlSession session, Selection selection) throws IOException {
    this.connect = stack.connect();
    this.throughput = Throughput.of(stack.worker(1));
    this.connectors = selection.connectors().stream().map(ConnectorFile::name).toList();
    this.tables = selection.tables().stream().map(name -> new TableWatch(session, name)).toList();
  }

  /** A quick look; big tables keep their last count for a while. */
  Snapshot look() {
    return snapshot(TableWatch::look);
  }

  /** An exact one. */
  Snapshot finalLook() {
    return snapshot(TableWatch::read);
  }

  private Snapshot snapshot(Function<TableWatch, TableState> read) {
    Map<String, Long> before = totals;
    long begin = readAt;
    totals = readTotals();
    readAt = System.nanoTime();
    double seconds = (readAt - begin) / NANOS;
    List<ConnectorState> states = new ArrayList<>();
    for (String name : connectors) {
      long records = totals.getOrDefault(name, 0L);
      // A task that starts anew counts from zero.
      long moved = Math.max(0, records - before.getOrDefault(name, 0L));
      states.add(new ConnectorState(status(name), records, moved / seconds));
    }
    return new Snapshot(states, tables.stream().map(read).toList());
  }

  private Map<String, Long> readTotals() {
    try {
      return throughput.totals();
    } catch (IOException e) {
      // The worker is busy or gone; the servers are watched elsewhere.
      return totals;
    }
  }

  private ConnectorStatus status(String name) {
    try {
      return connect.status(name);
    } catch (ConnectRestException | UncheckedIOException e) {
      return new ConnectorStatus(name, "NO ANSWER", "", "", List.of());
    }
  }

  @Override
  public void close() throws IOException {
    throughput.close();
  }
}
