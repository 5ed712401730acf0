package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedProvider;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Problems;
import io.tickstream.connect.market.provider.Settings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** A market that is made up, and the same every time. */
public final class SimulatorProvider implements FeedProvider {

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.TRADE, Mode.POLL),
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.bars(Mode.POLL));
  }

  @Override
  public void addOptions(ConfigDef def) {
    SimulatorOptions.define(def);
  }

  @Override
  public void check(Settings settings, Problems problems) {
    String format = settings.options().getString(SimulatorOptions.FORMAT);
    Dataset needed =
        switch (format) {
          case "trade", "binance_trade", "stock_trades" -> Dataset.TRADE;
          case "quote" -> Dataset.QUOTE;
          case "bar", "ohlc_flat" -> Dataset.BAR;
          default -> settings.dataset();
        };
    if (needed != settings.dataset()) {
      problems.add(
          SimulatorOptions.FORMAT, "is " + format + ", which needs dataset=" + needed.label());
    }
    double faults =
        SimulatorOptions.RATIOS.stream().mapToDouble(settings.options()::getDouble).sum();
    if (faults > 1) {
      problems.add(
          SimulatorOptions.DUPLICATE_RATIO,
          "and the other ratios add up to " + faults + "; at most 1 is allowed");
    } else if (faults > 0 && settings.dataset() == Dataset.BAR) {
      problems.add(
          SimulatorOptions.RATIOS.stream()
              .filter(ratio -> settings.options().getDouble(ratio) > 0)
              .findFirst()
              .orElseThrow(),
          "is set; bars have no faults");
    }
  }

  @Override
  public String layout(Settings settings) {
    String format = settings.options().getString(SimulatorOptions.FORMAT);
    return List.of("binance_trade", "stock_trades", "ohlc_flat").contains(format) ? format : "";
  }

  @Override
  public Map<String, String> partition(Settings settings, String symbol) {
    Interval interval = settings.interval();
    return new Simulation(settings.options())
        .partition(name(), settings.dataset(), symbol, interval == null ? "" : interval.text());
  }

  @Override
  public void checkOffset(Map<String, ?> offset) {
    SimulatorOffset.read(offset);
  }

  @Override
  public Feed open(FeedContext context) {
    Simulation simulation = new Simulation(context.settings().options());
    return context.settings().dataset() == Dataset.BAR
        ? new BarFeed(name(), simulation, context)
        : new TickFeed(name(), simulation, context);
  }
}
