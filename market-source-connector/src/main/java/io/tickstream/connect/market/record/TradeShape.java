package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Positioned;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** {@code io.tickstream.market.Trade}. */
final class TradeShape implements ValueShape {

  private final String provider;
  private final PriceType prices;
  private final Schema schema;
  private final Field symbol;
  private final Field venue;
  private final Field eventTime;
  private final Field price;
  private final Field quantity;
  private final Field tradeId;
  private final Field side;
  private final Field buyerMaker;
  private final Field conditions;
  private final Field eventTimeUs;

  TradeShape(String provider, PriceType prices, String name) {
    this.provider = provider;
    this.prices = prices;
    this.schema =
        SchemaBuilder.struct()
            .name(name)
            .field("symbol", Schema.STRING_SCHEMA)
            .field("provider", Schema.STRING_SCHEMA)
            .field("event_time", Timestamp.SCHEMA)
            .field("price", prices.schema())
            .field("quantity", prices.schema())
            .field("trade_id", Schema.STRING_SCHEMA)
            .field("side", Schema.OPTIONAL_STRING_SCHEMA)
            .field("buyer_maker", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .field("conditions", SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build())
            .field("event_time_us", Schema.OPTIONAL_INT64_SCHEMA)
            .build();
    symbol = Slot.of(schema, "symbol");
    venue = Slot.of(schema, "provider");
    eventTime = Slot.of(schema, "event_time");
    price = Slot.of(schema, "price");
    quantity = Slot.of(schema, "quantity");
    tradeId = Slot.of(schema, "trade_id");
    side = Slot.of(schema, "side");
    buyerMaker = Slot.of(schema, "buyer_maker");
    conditions = Slot.of(schema, "conditions");
    eventTimeUs = Slot.of(schema, "event_time_us");
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Trade trade = (Trade) positioned.event();
    Struct struct =
        new Struct(schema)
            .put(symbol, trade.symbol())
            .put(venue, provider)
            .put(eventTime, Timestamp.toLogical(Timestamp.SCHEMA, trade.timeMs()))
            .put(price, prices.value(trade.price()))
            .put(quantity, prices.value(trade.quantity()))
            .put(tradeId, trade.id());
    if (trade.side() != null) {
      struct.put(side, trade.side().label());
    }
    if (trade.buyerMaker() != null) {
      struct.put(buyerMaker, trade.buyerMaker());
    }
    if (trade.conditions() != null) {
      struct.put(conditions, trade.conditions());
    }
    if (trade.timeUs() != null) {
      struct.put(eventTimeUs, trade.timeUs());
    }
    return struct;
  }
}
