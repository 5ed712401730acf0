package io.tickstream.connect.market.provider.yahoo;

import io.tickstream.connect.market.event.Dataset;
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

/**
 * Yahoo Finance's chart. Unofficial: Yahoo publishes no such interface, may change or close it any
 * day, and its terms may not allow the use that is made of it.
 */
public final class YahooProvider implements VenueProvider {

  static final String PRE_AND_POST = "yahoo.pre.post";

  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.^=-]{1,32}");

  @Override
  public String name() {
    return "yahoo";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.bars(
            Mode.POLL, "1m", "2m", "5m", "15m", "30m", "1h", "90m", "1d", "5d", "1w", "1M", "3M"));
  }

  @Override
  public Pattern symbolSyntax() {
    return SYMBOL;
  }

  @Override
  public Limits limits(Settings settings) {
    // Nobody has published a limit; this stays out of the way.
    return Limits.perMinute(60).andPerSecond(2);
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .flag(
            PRE_AND_POST,
            false,
            Importance.LOW,
            "Whether intraday bars cover the time before and after the regular session too.");
  }

  @Override
  public Venue open(Settings settings) {
    return settings.dataset() == Dataset.QUOTE ? new ChartQuote(settings) : new ChartBars(settings);
  }
}
