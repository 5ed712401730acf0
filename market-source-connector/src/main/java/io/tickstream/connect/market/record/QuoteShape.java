package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Positioned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** {@code io.tickstream.market.Quote}. */
final class QuoteShape implements ValueShape {

  private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);

  private final String provider;
  private final PriceType prices;
  private final Schema schema;
  private final Field[] slots;

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
    this.slots = Slot.all(schema);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object value(Positioned positioned) {
    Quote quote = (Quote) positioned.event();
    return Slot.fill(
        schema,
        slots,
        quote.symbol(),
        provider,
        Timestamp.toLogical(Timestamp.SCHEMA, quote.timeMs()),
        prices.optional(quote.price()),
        prices.optional(quote.open()),
        prices.optional(quote.high()),
        prices.optional(quote.low()),
        prices.optional(quote.previousClose()),
        prices.optional(quote.change()),
        prices.optional(quote.changePercent()),
        prices.optional(quote.volume()),
        prices.optional(quote.bid()),
        prices.optional(quote.ask()),
        prices.optional(quote.bidSize()),
        prices.optional(quote.askSize()),
        prices.optional(quote.week52High()),
        prices.optional(quote.week52Low()),
        whole(quote.marketCap()),
        quote.currency(),
        quote.exchange(),
        quote.mic(),
        quote.name(),
        quote.extendedHours());
  }

  private static @Nullable Long whole(@Nullable Amount amount) {
    if (amount instanceof Amount.Scaled scaled && scaled.scale() == 0) {
      return scaled.unscaled();
    }
    if (amount == null || amount.toBigDecimal().abs().compareTo(MAX_WHOLE) > 0) {
      return null;
    }
    return amount.toBigDecimal().setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
