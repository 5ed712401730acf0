package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.offset.Positioned;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** {@code io.tickstream.market.Bar}. */
final class BarShape implements ValueShape {

  private final String provider;
  private final PriceType prices;
  private final Schema schema;
  private final Field[] slots;

  BarShape(String provider, PriceType prices, String name) {
    this.provider = provider;
    this.prices = prices;
    this.schema =
        SchemaBuilder.struct()
            .name(name)
            .field("symbol", Schema.STRING_SCHEMA)
            .field("provider", Schema.STRING_SCHEMA)
            .field("interval", Schema.STRING_SCHEMA)
            .field("start_time", Timestamp.SCHEMA)
            .field("end_time", Timestamp.SCHEMA)
            .field("open", prices.schema())
            .field("high", prices.schema())
            .field("low", prices.schema())
            .field("close", prices.schema())
            .field("volume", prices.schema())
            .field("quote_volume", prices.optionalSchema())
            .field("vwap", prices.optionalSchema())
            .field("trades", Schema.OPTIONAL_INT64_SCHEMA)
            .field("closed", Schema.BOOLEAN_SCHEMA)
            .build();
    this.slots = Slot.all(schema);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Bar bar = (Bar) positioned.event();
    return Slot.fill(
        schema,
        slots,
        bar.symbol(),
        provider,
        bar.interval(),
        Timestamp.toLogical(Timestamp.SCHEMA, bar.timeMs()),
        Timestamp.toLogical(Timestamp.SCHEMA, bar.endMs()),
        prices.value(bar.open()),
        prices.value(bar.high()),
        prices.value(bar.low()),
        prices.value(bar.close()),
        prices.value(bar.volume()),
        prices.optional(bar.quoteVolume()),
        prices.optional(bar.vwap()),
        bar.trades(),
        bar.closed());
  }
}
