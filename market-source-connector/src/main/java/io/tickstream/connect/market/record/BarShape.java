package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.offset.Positioned;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** {@code io.tickstream.market.Bar}. */
final class BarShape implements ValueShape {

  private final String provider;
  private final PriceType prices;
  private final Schema schema;

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
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Bar bar = (Bar) positioned.event();
    return new Struct(schema)
        .put("symbol", bar.symbol())
        .put("provider", provider)
        .put("interval", bar.interval())
        .put("start_time", Timestamp.toLogical(Timestamp.SCHEMA, bar.timeMs()))
        .put("end_time", Timestamp.toLogical(Timestamp.SCHEMA, bar.endMs()))
        .put("open", prices.value(bar.open()))
        .put("high", prices.value(bar.high()))
        .put("low", prices.value(bar.low()))
        .put("close", prices.value(bar.close()))
        .put("volume", prices.value(bar.volume()))
        .put("quote_volume", prices.optional(bar.quoteVolume()))
        .put("vwap", prices.optional(bar.vwap()))
        .put("trades", bar.trades())
        .put("closed", bar.closed());
  }
}
