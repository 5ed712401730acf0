package io.tickstream.connect.market.provider.alphavantage;

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
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Alpha Vantage: quotes and bars of stocks, one symbol per request. */
public final class AlphaVantageProvider implements VenueProvider {

  static final String PLAN = "alphavantage.plan";
  static final String ENTITLEMENT = "alphavantage.entitlement";
  static final String ADJUSTED = "alphavantage.adjusted";
  static final String EXTENDED_HOURS = "alphavantage.extended.hours";

  private static final String FREE = "free";
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.:^-]{1,24}");

  @Override
  public String name() {
    return "alphavantage";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.bars(Mode.POLL, "1m", "5m", "15m", "30m", "1h", "1d"));
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
    return "IBM";
  }

  @Override
  public Limits limits(Settings settings) {
    String plan = settings.options().getString(PLAN);
    return plan.equals(FREE)
        ? Limits.NONE.andPerSecond(1).andPerDay(25)
        : Limits.perMinute(Long.parseLong(plan));
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .text(
            PLAN,
            FREE,
            new OneOf(FREE, "75", "150", "300", "600", "1200"),
            Importance.MEDIUM,
            "The subscription: free (one request a second, 25 a day) or the requests per minute that it includes.")
        .text(
            ENTITLEMENT,
            "none",
            new OneOf("none", "delayed", "realtime"),
            Importance.LOW,
            "What the subscription is entitled to beyond data of the last trading day: delayed by 15 minutes, or"
                + " realtime.")
        .flag(
            ADJUSTED,
            true,
            Importance.LOW,
            "Whether intraday bars are adjusted for splits and dividends. Daily bars are as traded.")
        .flag(
            EXTENDED_HOURS,
            true,
            Importance.LOW,
            "Whether intraday bars cover the time before and after the regular session too.");
  }

  @Override
  public Venue open(Settings settings) {
    return settings.dataset() == Dataset.QUOTE
        ? new GlobalQuote(settings)
        : new TimeSeries(settings);
  }
}
