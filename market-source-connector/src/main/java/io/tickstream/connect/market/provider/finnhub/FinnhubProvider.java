package io.tickstream.connect.market.provider.finnhub;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.Problems;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Finnhub: polled quotes, and trades by stream. */
public final class FinnhubProvider implements VenueProvider {

  static final String STREAM_SYMBOLS = "finnhub.stream.symbols.max";

  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.:_^=/-]{1,40}");

  @Override
  public String name() {
    return "finnhub";
  }

  @Override
  public List<Offer> offers() {
    return List.of(Offer.of(Dataset.QUOTE, Mode.POLL), Offer.of(Dataset.TRADE, Mode.STREAM));
  }

  @Override
  public ApiKey apiKey() {
    return ApiKey.REQUIRED;
  }

  @Override
  public Pattern symbolSyntax() {
    return SYMBOL;
  }

  @Override
  public String symbolExample() {
    return "AAPL or BINANCE:BTCUSDT";
  }

  @Override
  public int maxTasks(Settings settings) {
    // A second connection with the same key ends the first.
    return settings.mode() == Mode.STREAM ? 1 : Integer.MAX_VALUE;
  }

  @Override
  public Limits limits(Settings settings) {
    return Limits.perMinute(60).andPerSecond(30);
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .whole(
            STREAM_SYMBOLS,
            50,
            1,
            100_000,
            Importance.LOW,
            "How many symbols the subscription may stream over its one connection; 50 for free.");
  }

  @Override
  public void check(Settings settings, Problems problems) {
    long most = settings.options().getLong(STREAM_SYMBOLS);
    if (settings.mode() == Mode.STREAM && settings.symbols().size() > most) {
      problems.add(
          "symbols",
          "has "
              + settings.symbols().size()
              + ", more than the "
              + most
              + " that one connection may carry, and a key has only one; name fewer, or raise "
              + STREAM_SYMBOLS
              + " if the plan allows it");
    }
  }

  @Override
  public Venue open(Settings settings) {
    return new FinnhubVenue(settings);
  }
}
