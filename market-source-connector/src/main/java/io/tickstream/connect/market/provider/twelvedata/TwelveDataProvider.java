package io.tickstream.connect.market.provider.twelvedata;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Connections;
import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Twelve Data: quotes and bars, several symbols per request, paid for in credits. */
public final class TwelveDataProvider implements VenueProvider {

  static final String PLAN = "twelvedata.plan";
  static final String STREAM_SYMBOLS = "twelvedata.stream.symbols.max";

  private static final Map<String, Plan> PLANS =
      Map.of(
          "basic", new Plan(8, 800, 1, 8),
          "grow", new Plan(55, Limits.UNLIMITED, 1, 8),
          "pro", new Plan(610, Limits.UNLIMITED, 3, 500),
          "ultra", new Plan(2_584, Limits.UNLIMITED, 3, 500));

  private static final int MOST_PER_REQUEST = 120;

  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.:_/-]{1,32}");

  /** What a subscription includes; of those that come in several sizes the smallest. */
  private record Plan(
      int creditsPerMinute, long creditsPerDay, int connections, int symbolsPerConnection) {}

  @Override
  public String name() {
    return "twelvedata";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.of(Dataset.QUOTE, Mode.STREAM),
        Offer.bars(
            Mode.POLL, "1m", "5m", "15m", "30m", "45m", "1h", "2h", "4h", "8h", "1d", "1w", "1M"));
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
    return "AAPL, AAPL:NASDAQ or BTC/USD";
  }

  @Override
  public int batchLimit(Settings settings) {
    // A request that costs more than a minute's credits could never be sent.
    return Math.min(MOST_PER_REQUEST, plan(settings).creditsPerMinute());
  }

  @Override
  public Connections connections(Settings settings) {
    return new Connections(
        plan(settings).connections(),
        symbolsPerConnection(settings),
        "set " + PLAN + " to yours, or raise " + STREAM_SYMBOLS + " if it allows more");
  }

  @Override
  public Limits limits(Settings settings) {
    Plan plan = plan(settings);
    return Limits.NONE
        .andWeightPerMinute(plan.creditsPerMinute())
        .andWeightPerDay(plan.creditsPerDay());
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .text(
            PLAN,
            "basic",
            new OneOf("basic", "grow", "pro", "ultra"),
            Importance.MEDIUM,
            "The subscription. It decides the credits per minute (8, 55, 610, 2584) and, of the first, per day"
                + " (800); a symbol in a request costs one. Of plans that come in several sizes the smallest is"
                + " meant; rate.limit.weight.per.minute raises it. It also decides how many connections a stream"
                + " may have (1, 1, 3, 3).")
        .whole(
            STREAM_SYMBOLS,
            0,
            0,
            100_000,
            Importance.LOW,
            "How many symbols the subscription may stream over one connection; 0 for what twelvedata.plan includes"
                + " (8, 8, 500, 500).");
  }

  @Override
  public Venue open(Settings settings) {
    return settings.dataset() == Dataset.QUOTE ? new Quotes(settings) : new TimeSeries(settings);
  }

  static int symbolsPerConnection(Settings settings) {
    int configured = Math.toIntExact(settings.options().getLong(STREAM_SYMBOLS));
    return configured == 0 ? plan(settings).symbolsPerConnection() : configured;
  }

  private static Plan plan(Settings settings) {
    return Objects.requireNonNull(PLANS.get(settings.options().getString(PLAN)));
  }
}
