package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Positioned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** {@code io.tickstream.market.Quote}. */
final class QuoteShape implements ValueShape {

  private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);

  private final String provider;
  private final PriceType prices;
  private final Schema schema;

  QuoteShape(String provider, PriceType prices, String name) {
    this.provider = provider;
    this.prices = prices;
    Schema price = prices.optionalSchema();
    this.schema =
        SchemaBuilder.struct()
            .name(name)
            .field("symbol", Schema.STRING_SCHEMA)
            .field("provider", Schema.STRING_SCHEMA)
            .field("event_time", Timestamp.SCHEMA)
            .field("price", price)
            .field("open", price)
            .field("high", price)
            .field("low", price)
            .field("previous_close", price)
            .field("change", price)
            .field("change_percent", price)
            .field("volume", price)
            .field("bid", price)
            .field("ask", price)
            .field("bid_size", price)
            .field("ask_size", price)
            .field("week_52_high", price)
            .field("week_52_low", price)
            .field("market_cap", Schema.OPTIONAL_INT64_SCHEMA)
            .field("currency", Schema.OPTIONAL_STRING_SCHEMA)
            .field("exchange", Schema.OPTIONAL_STRING_SCHEMA)
            .field("mic", Schema.OPTIONAL_STRING_SCHEMA)
            .field("name", Schema.OPTIONAL_STRING_SCHEMA)
            .field("extended_hours", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .build();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Quote quote = (Quote) positioned.event();
    return new Struct(schema)
        .put("symbol", quote.symbol())
        .put("provider", provider)
        .put("event_time", Timestamp.toLogical(Timestamp.SCHEMA, quote.timeMs()))
        .put("price", prices.optional(quote.price()))
        .put("open", prices.optional(quote.open()))
        .put("high", prices.optional(quote.high()))
        .put("low", prices.optional(quote.low()))
        .put("previous_close", prices.optional(quote.previousClose()))
        .put("change", prices.optional(quote.change()))
        .put("change_percent", prices.optional(quote.changePercent()))
        .put("volume", prices.optional(quote.volume()))
        .put("bid", prices.optional(quote.bid()))
        .put("ask", prices.optional(quote.ask()))
        .put("bid_size", prices.optional(quote.bidSize()))
        .put("ask_size", prices.optional(quote.askSize()))
        .put("week_52_high", prices.optional(quote.week52High()))
        .put("week_52_low", prices.optional(quote.week52Low()))
        .put("market_cap", whole(quote.marketCap()))
        .put("currency", quote.currency())
        .put("exchange", quote.exchange())
        .put("mic", quote.mic())
        .put("name", quote.name())
        .put("extended_hours", quote.extendedHours());
  }

  private static @Nullable Long whole(@Nullable Amount amount) {
    if (amount == null || amount.toBigDecimal().abs().compareTo(MAX_WHOLE) > 0) {
      return null;
    }
    return amount.toBigDecimal().setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
