package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Positioned;
import java.math.RoundingMode;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * A trade as Binance's stream wrote it while it still had order ids: eleven fields named by one
 * letter, prices as text of eight decimals. Simulated trades know no orders; their ids follow from
 * the trade's.
 */
final class BinanceTradeShape implements ValueShape {

  private static final int SCALE = 8;

  private final Schema schema;

  BinanceTradeShape(String name) {
    this.schema =
        SchemaBuilder.struct()
            .name(name)
            .field("e", Schema.STRING_SCHEMA)
            .field("E", Schema.INT64_SCHEMA)
            .field("s", Schema.STRING_SCHEMA)
            .field("t", Schema.INT64_SCHEMA)
            .field("p", Schema.STRING_SCHEMA)
            .field("q", Schema.STRING_SCHEMA)
            .field("b", Schema.INT64_SCHEMA)
            .field("a", Schema.INT64_SCHEMA)
            .field("T", Schema.INT64_SCHEMA)
            .field("m", Schema.BOOLEAN_SCHEMA)
            .field("M", Schema.BOOLEAN_SCHEMA)
            .build();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Trade trade = (Trade) positioned.event();
    long id = Long.parseLong(trade.id());
    return new Struct(schema)
        .put("e", "trade")
        // The stream tells a trade up to five milliseconds after it happened.
        .put("E", trade.timeMs() + id % 6)
        .put("s", trade.symbol())
        .put("t", id)
        .put("p", text(trade.price()))
        .put("q", text(trade.quantity()))
        .put("b", 2 * id - 1)
        .put("a", 2 * id)
        .put("T", trade.timeMs())
        .put("m", Boolean.TRUE.equals(trade.buyerMaker()))
        .put("M", true);
  }

  private static String text(Amount amount) {
    return amount.toBigDecimal().setScale(SCALE, RoundingMode.HALF_UP).toPlainString();
  }
}
