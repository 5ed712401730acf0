package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The simulator's options. */
final class SimulatorOptions {

  static final String SEED = "sim.seed";
  static final String FORMAT = "sim.format";
  static final String RATE = "sim.rate";
  static final String TIME = "sim.time";
  static final String START = "sim.start";
  static final String MAX_RECORDS = "sim.max.records";
  static final String SESSION = "sim.session";
  static final String HOLIDAYS = "sim.session.holidays";
  static final String PRICE = "sim.price";
  static final String DRIFT = "sim.drift";
  static final String VOLATILITY = "sim.volatility";
  static final String CORRELATION = "sim.correlation";
  static final String TRADES_PER_SECOND = "sim.trades.per.second";
  static final String TICK_SIZE = "sim.tick.size";
  static final String SPREAD_BPS = "sim.spread.bps";
  static final String LOT_SIZE = "sim.lot.size";
  static final String SIZE_LOTS = "sim.size.lots";
  static final String SIZE_SIGMA = "sim.size.sigma";
  static final String DUPLICATE_RATIO = "sim.duplicate.ratio";
  static final String LATE_RATIO = "sim.late.ratio";
  static final String LATE_MAX_MS = "sim.late.max.ms";
  static final String OUT_OF_ORDER_RATIO = "sim.out.of.order.ratio";
  static final String GAP_RATIO = "sim.gap.ratio";
  static final String MALFORMED_RATIO = "sim.malformed.ratio";

  static final List<String> RATIOS =
      List.of(DUPLICATE_RATIO, LATE_RATIO, OUT_OF_ORDER_RATIO, GAP_RATIO, MALFORMED_RATIO);

  private SimulatorOptions() {}

  static void define(ConfigDef def) {
    Options.in(def, "simulator")
        .whole(
            SEED,
            42,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Importance.MEDIUM,
            "Every draw comes from it: the same seed gives every symbol the same ticks, whatever the number of tasks and"
                + " wherever it runs. Another seed is another history, with offsets of its own.")
        .text(
            FORMAT,
            "",
            new OneOf("", "trade", "quote", "bar", "binance_trade", "stock_trades", "ohlc_flat"),
            Importance.MEDIUM,
            "What records look like; empty for what `dataset` says. `binance_trade` (the eleven fields of Binance's"
                + " former trade stream, prices as text) and `stock_trades` (whole pennies, an account, a user) need"
                + " `dataset=trade`, `ohlc_flat` (a flat bar with its time as text) `dataset=bar`.")
        .number(
            RATE,
            10,
            0,
            10_000_000,
            Importance.HIGH,
            "Records per second, of all symbols together, divided by tasks; 0 for as fast as possible. With"
                + " `sim.time=wall` bars come at their close instead.")
        .text(
            TIME,
            "wall",
            new OneOf("wall", "simulated"),
            Importance.MEDIUM,
            "`wall`: an event's time is when it is made. `simulated`: it is the simulation's own, beginning at"
                + " `sim.start` and passing over closed hours; not a byte then depends on when it runs.")
        .text(
            START,
            "2026-01-02T00:00:00Z",
            new InstantText(),
            Importance.LOW,
            "Where simulated time begins; with sessions at the opening of the one that is on then, else of the next.")
        .whole(
            MAX_RECORDS,
            0,
            0,
            Long.MAX_VALUE,
            Importance.MEDIUM,
            "After so many ticks, or bars, of each symbol the simulation is finished and the tasks are idle; 0 for"
                + " never.")
        .text(
            SESSION,
            "24x7",
            new OneOf("24x7", "new_york"),
            Importance.LOW,
            "When the market is open: always, or Monday to Friday 09:30 to 16:00 in New York, busiest at both ends.")
        .list(
            HOLIDAYS,
            List.of(),
            new Dates(),
            Importance.LOW,
            "Days without a session, such as 2026-12-25.")
        .number(
            PRICE,
            0,
            0,
            1e9,
            Importance.LOW,
            "The first price of every symbol; 0 for one between 20 and 500 that follows from seed and symbol.")
        .number(DRIFT, 0.05, -10, 10, Importance.LOW, "The expected return per year, 0.05 for 5 %.")
        .number(
            VOLATILITY,
            0.3,
            0,
            10,
            Importance.LOW,
            "The standard deviation of a year's returns, 0.3 for 30 %.")
        .number(
            CORRELATION,
            0.3,
            0,
            1,
            Importance.LOW,
            "The correlation of any two symbols' returns, 0 to 1.")
        .number(
            TRADES_PER_SECOND,
            1,
            0.001,
            1e6,
            Importance.LOW,
            "Trades of each symbol per second of simulated trading, on average; prices move accordingly from tick to"
                + " tick. How many come per real second is `sim.rate`.")
        .text(TICK_SIZE, "0.01", new Step(), Importance.LOW, "The smallest step of a price.")
        .number(
            SPREAD_BPS,
            2,
            0,
            5_000,
            Importance.LOW,
            "The spread between bid and ask in basis points, hundredths of a percent; at least one tick.")
        .text(LOT_SIZE, "1", new Step(), Importance.LOW, "The smallest step of a size.")
        .number(SIZE_LOTS, 100, 1, 1e9, Importance.LOW, "The median size of a trade, in lots.")
        .number(
            SIZE_SIGMA,
            1,
            0,
            5,
            Importance.LOW,
            "How widely sizes are spread: the standard deviation of their logarithm.")
        .number(
            DUPLICATE_RATIO,
            0,
            0,
            1,
            Importance.LOW,
            fault("published twice, the second time with", "duplicate"))
        .number(
            LATE_RATIO, 0, 0, 1, Importance.LOW, fault("given an earlier event time and", "late"))
        .whole(
            LATE_MAX_MS,
            60_000,
            1,
            86_400_000,
            Importance.LOW,
            "Most that a late event's time lies back, in milliseconds.")
        .number(
            OUT_OF_ORDER_RATIO,
            0,
            0,
            1,
            Importance.LOW,
            fault("published after the next one of their symbol, with", "out_of_order"))
        .number(GAP_RATIO, 0, 0, 1, Importance.LOW, fault("left out; the next one has", "gap"))
        .number(
            MALFORMED_RATIO,
            0,
            0,
            1,
            Importance.LOW,
            fault("given a negative price and", "malformed"));
  }

  private static String fault(String what, String mark) {
    return "Share of the events that are "
        + what
        + " the header `sim.fault="
        + mark
        + "`; 0 to 1. Not for bars.";
  }
}
