package io.tickstream.connect.benchmarks.load;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.stream.StreamSupport;

/**
 * The Cassandra table of simulated trades. A trade's number is in the key beside symbol and time,
 * so that those of one millisecond are rows of their own: there is one for each symbol and number.
 */
public final class TradeTable {

  /** Keyspace and table. */
  public static final String NAME = "benchmarks.trades";

  /** What a sink's mapping says. */
  public static final String MAPPING =
      "symbol=value.symbol, event_time=value.event_time, trade_id=value.trade_id,"
          + " price=value.price, quantity=value.quantity";

  private final CqlSession session;

  /** In the cluster of this session. */
  public TradeTable(CqlSession session) {
    this.session = session;
  }

  /** Creates keyspace and table, or empties a table that is there. */
  public void createOrEmpty() {
    Table.createOrEmpty(
        session,
        NAME,
        "CREATE TABLE IF NOT EXISTS "
            + NAME
            + " (symbol text, event_time timestamp, trade_id text, price double, quantity double,"
            + " PRIMARY KEY (symbol, event_time, trade_id))");
  }

  /** Reads the whole table and counts its rows. */
  public long rows() {
    var all = session.execute(Table.patient("SELECT trade_id FROM " + NAME));
    return StreamSupport.stream(all.spliterator(), false).count();
  }
}
