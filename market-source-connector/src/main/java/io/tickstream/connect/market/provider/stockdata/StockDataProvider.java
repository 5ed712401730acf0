package io.tickstream.connect.market.provider.stockdata;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import io.tickstream.connect.market.provider.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** stockdata.org: quotes of US stocks, several per request. */
public final class StockDataProvider implements VenueProvider {

  static final String PLAN = "stockdata.plan";
  static final String ZONE = "stockdata.zone";
  static final String EXTENDED_HOURS = "stockdata.extended.hours";
  static final String KEY_BY_TICKER = "stockdata.key.by.ticker";

  private static final Map<String, Plan> PLANS =
      Map.of(
          "free", new Plan(3, 100),
          "basic", new Plan(10, 2_500),
          "standard", new Plan(25, 10_000),
          "pro", new Plan(100, 25_000),
          "pro-plus", new Plan(100, 50_000));

  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.^=:-]{1,20}");

  /** What a subscription pays for. */
  private record Plan(int symbolsPerRequest, long requestsPerDay) {}

  @Override
  public String name() {
    return "stockdata";
  }

  @Override
  public List<Offer> offers() {
    return List.of(Offer.of(Dataset.QUOTE, Mode.POLL));
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
  public int batchLimit(Settings settings) {
    return plan(settings).symbolsPerRequest();
  }

  @Override
  public Limits limits(Settings settings) {
    return Limits.NONE.andPerDay(plan(settings).requestsPerDay());
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .text(
            PLAN,
            "free",
            new OneOf("free", "basic", "standard", "pro", "pro-plus"),
            Importance.MEDIUM,
            "The subscription. It decides how many symbols fit into one request (3, 10, 25, 100, 100) and how many"
                + " requests into a day (100, 2500, 10000, 25000, 50000).")
        .text(
            ZONE,
            "America/New_York",
            new ZoneName(),
            Importance.LOW,
            "The time zone of the answers' times, which name none.")
        .flag(
            EXTENDED_HOURS,
            false,
            Importance.LOW,
            "Whether to ask for prices before and after the regular session too.")
        .flag(
            KEY_BY_TICKER,
            false,
            Importance.LOW,
            "Whether to ask for the data as an object by ticker instead of an array. The records are the same; an"
                + " envelope differs.");
  }

  @Override
  public Venue open(Settings settings) {
    return new StockDataVenue(settings);
  }

  private static Plan plan(Settings settings) {
    return Objects.requireNonNull(PLANS.get(settings.options().getString(PLAN)));
  }
}
