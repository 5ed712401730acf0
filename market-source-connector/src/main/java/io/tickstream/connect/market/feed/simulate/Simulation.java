package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.offset.Partition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * What the simulator's options mean, for one task. Not thread-safe: its symbols share the market's
 * factor.
 */
final class Simulation {

  static final String SEED_FIELD = "seed";

  private static final int FIRST_PRICE = 9;

  private final MarketModel model;
  private final MarketFactor factor;
  private final double firstPrice;
  private final Instant start;
  private final boolean wallTime;
  private final double rate;
  private final long maxRecords;
  private final Faults faults;

  Simulation(AbstractConfig config) {
    BigDecimal tick = new BigDecimal(config.getString(SimulatorOptions.TICK_SIZE));
    BigDecimal lot = new BigDecimal(config.getString(SimulatorOptions.LOT_SIZE));
    this.model =
        new MarketModel(
            config.getLong(SimulatorOptions.SEED),
            config.getDouble(SimulatorOptions.DRIFT),
            config.getDouble(SimulatorOptions.VOLATILITY),
            config.getDouble(SimulatorOptions.CORRELATION),
            config.getDouble(SimulatorOptions.TRADES_PER_SECOND),
            tick.unscaledValue().longValueExact(),
            tick.scale(),
            config.getDouble(SimulatorOptions.SPREAD_BPS),
            lot.unscaledValue().longValueExact(),
            lot.scale(),
            new Sizes(
                config.getDouble(SimulatorOptions.SIZE_LOTS),
                config.getDouble(SimulatorOptions.SIZE_SIGMA)),
            calendar(config));
    this.factor = new MarketFactor(model.seed());
    this.firstPrice = config.getDouble(SimulatorOptions.PRICE);
    this.start = Instant.parse(config.getString(SimulatorOptions.START));
    this.wallTime = config.getString(SimulatorOptions.TIME).equals("wall");
    this.rate = config.getDouble(SimulatorOptions.RATE);
    long most = config.getLong(SimulatorOptions.MAX_RECORDS);
    this.maxRecords = most == 0 ? Long.MAX_VALUE : most;
    this.faults = new Faults(config);
  }

  private static SessionCalendar calendar(AbstractConfig config) {
    return config.getString(SimulatorOptions.SESSION).equals("24x7")
        ? SessionCalendar.ALWAYS
        : SessionCalendar.newYork(
            config.getList(SimulatorOptions.HOLIDAYS).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet()));
  }

  MarketModel model() {
    return model;
  }

  Faults faults() {
    return faults;
  }

  boolean wallTime() {
    return wallTime;
  }

  long maxRecords() {
    return maxRecords;
  }

  /** A task's share of the rate. */
  Pacer pacer(int symbols, int allSymbols) {
    return new Pacer(rate * symbols / allSymbols);
  }

  /** A symbol's market from a stored offset on, or from the beginning. */
  SymbolMarket market(String symbol, SymbolMarket.State from) {
    return new SymbolMarket(model, factor, symbol, start, from);
  }

  SymbolMarket.State state(String symbol, Map<String, Object> stored) {
    return stored.isEmpty()
        ? new SymbolMarket.State(0, 0, firstPrice(symbol), 0)
        : SimulatorOffset.read(stored);
  }

  private double firstPrice(String symbol) {
    // Evenly over the logarithms of 20 to 500.
    double u = new Draws(model.seed(), symbol).uniform(0, FIRST_PRICE);
    return firstPrice > 0 ? firstPrice : 20 * StrictMath.pow(25, u);
  }

  /** Connect's source partition; another seed is another history. */
  Map<String, String> partition(String provider, Dataset dataset, String symbol, String interval) {
    Map<String, String> map = new HashMap<>();
    map.put(Partition.PROVIDER, provider);
    map.put(Partition.DATASET, dataset.label());
    map.put(Partition.SYMBOL, symbol);
    map.put(SEED_FIELD, Long.toString(model.seed()));
    if (!interval.isEmpty()) {
      map.put(Partition.INTERVAL, interval);
    }
    return Partition.stored(map);
  }

  Amount price(long ticks) {
    return Amount.ofScaled(ticks * model.tickUnscaled(), model.tickScale());
  }

  Amount size(long lots) {
    return Amount.ofScaled(lots * model.lotUnscaled(), model.lotScale());
  }
}
