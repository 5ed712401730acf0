package io.tickstream.connect.market.provider.massive;

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
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Massive, which was Polygon: US stocks as bars, snapshots, and streams of trades and bars. */
public final class MassiveProvider implements VenueProvider {

  static final String PLAN = "massive.plan";
  static final String ADJUSTED = "massive.adjusted";
  static final String DELAYED = "massive.delayed";

  private static final String BASIC = "basic";
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.:/-]{1,32}");

  @Override
  public String name() {
    return "massive";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.of(Dataset.TRADE, Mode.STREAM),
        Offer.bars(
            Mode.POLL, "1s", "1m", "2m", "3m", "5m", "10m", "15m", "30m", "1h", "2h", "4h", "1d",
            "1w", "1M"),
        Offer.bars(Mode.STREAM, "1s", "1m"));
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
    return settings.dataset() == Dataset.QUOTE ? 100 : 1;
  }

  @Override
  public Connections connections(Settings settings) {
    return new Connections(1, Integer.MAX_VALUE, "");
  }

  @Override
  public Limits limits(Settings settings) {
    // Paid plans have no limit, but are asked to stay below a hundred requests a second.
    return settings.options().getString(PLAN).equals(BASIC)
        ? Limits.perMinute(5)
        : Limits.NONE.andPerSecond(99);
  }

  @Override
  public void addOptions(ConfigDef def) {
    Options.in(def, name())
        .text(
            PLAN,
            BASIC,
            new OneOf(BASIC, "paid"),
            Importance.MEDIUM,
            "The subscription: basic (five requests a minute) or paid (99 a second).")
        .flag(ADJUSTED, true, Importance.LOW, "Whether polled bars are adjusted for splits.")
        .flag(
            DELAYED,
            false,
            Importance.LOW,
            "Whether to stream from the server for plans whose data is delayed by 15 minutes.");
  }

  @Override
  public Venue open(Settings settings) {
    return switch (settings.dataset()) {
      case QUOTE -> new Snapshots(settings);
      case BAR -> new Aggregates(settings);
      case TRADE -> new Trades(settings);
    };
  }
}
