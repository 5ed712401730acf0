package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Fingerprint;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Positioned;
import java.math.RoundingMode;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * A trade with the fields of the well-known generated {@code stock_trades} data: whole pennies, an
 * account, a user.
 */
final class StockTradeShape implements ValueShape {

  private static final List<String> ACCOUNTS = List.of("ABC123", "LMN456", "XYZ789");

  private final Schema schema;

  StockTradeShape(String name) {
    this.schema =
        SchemaBuilder.struct()
            .name(name)
            .field("side", Schema.STRING_SCHEMA)
            .field("quantity", Schema.INT32_SCHEMA)
            .field("symbol", Schema.STRING_SCHEMA)
            .field("price", Schema.INT32_SCHEMA)
            .field("account", Schema.STRING_SCHEMA)
            .field("userid", Schema.STRING_SCHEMA)
            .build();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Trade trade = (Trade) positioned.event();
    long who = new Fingerprint().add(trade.symbol()).add(trade.id()).toLong() >>> 1;
    return new Struct(schema)
        .put("side", trade.side() == Side.SELL ? "SELL" : "BUY")
        .put("quantity", Math.max(1, (int) Math.min(5000, trade.quantity().toDouble())))
        .put("symbol", trade.symbol())
        .put(
            "price",
            trade
                .price()
                .toBigDecimal()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue())
        .put("account", ACCOUNTS.get((int) (who % ACCOUNTS.size())))
        .put("userid", "User_" + (1 + who / 8 % 9));
  }
}
