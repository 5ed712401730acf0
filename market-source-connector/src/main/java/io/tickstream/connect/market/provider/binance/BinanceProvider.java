package io.tickstream.connect.market.provider.binance;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
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

/** Binance spot: trades, quotes and bars, polled and streamed, mostly without a key. */
public final class BinanceProvider implements VenueProvider {

  /** Stands among the options of streams: what it costs is the stream's exactness. */
  static final String RAW_TRADES = "stream.raw.trades";

  static final String MICROSECONDS = "binance.microseconds";

  private static final String[] INTERVALS = {
    "1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w",
    "1M"
  };

  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{2,20}");

  /** Up to here a request for tickers weighs 2, above it 40. */
  private static final int CHEAP_TICKERS = 20;

  @Override
  public String name() {
    return "binance";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.TRADE, Mode.POLL),
        Offer.of(Dataset.TRADE, Mode.STREAM),
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.of(Dataset.QUOTE, Mode.STREAM),
        Offer.bars(Mode.POLL, INTERVALS),
        Offer.bars(Mode.STREAM, INTERVALS));
  }

  @Override
  public ApiKey apiKey() {
    return ApiKey.OPTIONAL;
  }

  @Override
  public Pattern symbolSyntax() {
    return SYMBOL;
  }

  @Override
  public boolean discovers() {
    return true;
  }

  @Override
  public String symbolExample() {
    return "BTCUSDT";
  }

  @Override
  public int batchLimit(Settings settings) {
    return settings.dataset() == Dataset.QUOTE ? CHEAP_TICKERS : 1;
  }

  @Override
  public Limits limits(Settings settings) {
    // 61,000 requests in five minutes are allowed beside the weight.
    return Limits.perMinute(12_200).andWeightPerMinute(6_000);
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .flag(
            MICROSECONDS,
            false,
            Importance.LOW,
            "Whether to ask for times in microseconds, and fill event_time_us of trades.")
        .flag(
            RAW_TRADES,
            false,
            Importance.LOW,
            "Whether to stream every single trade (@trade) instead of trades aggregated by taker order"
                + " (@aggTrade). Gaps are then filled from historicalTrades, which may demand api.key; without"
                + " one they stay, and exactly-once is not supported.");
  }

  @Override
  public Venue open(Settings settings) {
    return switch (settings.dataset()) {
      case TRADE ->
          settings.mode() == Mode.STREAM && settings.options().getBoolean(RAW_TRADES)
              ? new RawTrades(settings)
              : new AggregatedTrades(settings);
      case QUOTE -> new Tickers(settings);
      case BAR -> new Klines(settings);
    };
  }
}
