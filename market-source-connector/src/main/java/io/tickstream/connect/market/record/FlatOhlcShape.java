package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.offset.Positioned;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** A flat bar with its time as text, as small trading demos have it. */
final class FlatOhlcShape implements ValueShape {

  private final DateTimeFormatter format;
  private final PriceType prices;
  private final Schema schema;

  FlatOhlcShape(PriceType prices, String name, ZoneId zone) {
    this.prices = prices;
    this.format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    this.schema =
        SchemaBuilder.struct()
            .name(name)
            .field("timestamp", Schema.STRING_SCHEMA)
            .field("ticker", Schema.STRING_SCHEMA)
            .field("open", prices.schema())
            .field("high", prices.schema())
            .field("low", prices.schema())
            .field("close", prices.schema())
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
        .put("timestamp", format.format(Instant.ofEpochMilli(bar.timeMs())))
        .put("ticker", bar.symbol())
        .put("open", prices.value(bar.open()))
        .put("high", prices.value(bar.high()))
        .put("low", prices.value(bar.low()))
        .put("close", prices.value(bar.close()));
  }
}
