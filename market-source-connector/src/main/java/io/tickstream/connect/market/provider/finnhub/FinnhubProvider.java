package io.tickstream.connect.market.provider.finnhub;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Connections;
import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Options;
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
  public Connections connections(Settings settings) {
    // A second connection with the same key ends the first.
    return new Connections(
        1, symbolsPerConnection(settings), "raise " + STREAM_SYMBOLS + " if the plan allows it");
  }

  static int symbolsPerConnection(Settings settings) {
    return Math.toIntExact(settings.options().getLong(STREAM_SYMBOLS));
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
  public Venue open(Settings settings) {
    return new FinnhubVenue(settings);
  }
}
