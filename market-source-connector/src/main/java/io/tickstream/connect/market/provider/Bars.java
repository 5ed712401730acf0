package io.tickstream.connect.market.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bars of one answer or frame: knows which of them are over, and what time a state of one
 * gets. Stateless.
 */
public final class Bars {

  private final Settings settings;
  private final long overMs;
  private final long updateMs;

  /**
   * Starts on an answer.
   *
   * @param overMs the venue's present: what ended by then is closed
   * @param updateMs when the answer's state became known
   */
  public Bars(Settings settings, long overMs, long updateMs) {
    this.settings = settings;
    this.overMs = overMs;
    this.updateMs = updateMs;
  }

  /** Of an answer that tells what was so when it was sent. */
  public static Bars of(Settings settings, Response response) {
    return new Bars(settings, response.servedMs(), response.receivedMs());
  }

  /** Whether a bar that ends then is over. */
  public boolean over(long endMs) {
    return endMs <= overMs;
  }

  /** A bar; null when it is still open and such are not wanted. */
  public @Nullable Bar bar(String symbol, long startMs, long endMs, Prices prices, boolean closed) {
    if (!closed && !settings.emitOpenBars()) {
      return null;
    }
    // Behind open states of the same bar a closed one must be the latest.
    long update = closed ? settings.emitOpenBars() ? Math.max(endMs, updateMs) : endMs : updateMs;
    return new Bar(
        symbol,
        settings.requireInterval().text(),
        startMs,
        endMs,
        prices.open,
        prices.high,
        prices.low,
        prices.close,
        prices.volume,
        prices.quoteVolume,
        prices.vwap,
        prices.trades,
        closed,
        update);
  }

  /** A bar that is closed if its end has passed; null when it is still open and not wanted. */
  public @Nullable Bar bar(String symbol, long startMs, long endMs, Prices prices) {
    return bar(symbol, startMs, endMs, prices, over(endMs));
  }

  /** What a bar tells beyond its times. */
  public record Prices(
      Amount open,
      Amount high,
      Amount low,
      Amount close,
      Amount volume,
      @Nullable Amount quoteVolume,
      @Nullable Amount vwap,
      @Nullable Long trades) {

    public Prices(Amount open, Amount high, Amount low, Amount close, Amount volume) {
      this(open, high, low, close, volume, null, null, null);
    }

    /**
     * Reads the four prices, each by its name.
     *
     * @throws IllegalArgumentException when one is missing or no number
     */
    public static Prices read(
        Function<String, JsonNode> field,
        String open,
        String high,
        String low,
        String close,
        Amount volume) {
      return new Prices(
          Json.requireAmount(field.apply(open), open),
          Json.requireAmount(field.apply(high), high),
          Json.requireAmount(field.apply(low), low),
          Json.requireAmount(field.apply(close), close),
          volume);
    }

    public Prices with(@Nullable Amount inQuote, @Nullable Amount average, @Nullable Long count) {
      return new Prices(open, high, low, close, volume, inQuote, average, count);
    }
  }
}
