package io.tickstream.connect.market.feed.simulate;

import org.apache.kafka.common.config.AbstractConfig;

/**
 * Which ticks are spoilt on purpose. Drawn by tick, so that it is the same on every run. Immutable.
 */
final class Faults {

  /** What can be wrong with a tick. */
  enum Fault {
    NONE(""),
    DUPLICATE("duplicate"),
    LATE("late"),
    OUT_OF_ORDER("out_of_order"),
    GAP("gap"),
    MALFORMED("malformed");

    private final String mark;

    Fault(String mark) {
      this.mark = mark;
    }

    /** The header's value. */
    String mark() {
      return mark;
    }
  }

  private static final int WHICH = 7;
  private static final int HOW_LATE = 8;

  private final double duplicate;
  private final double late;
  private final double outOfOrder;
  private final double gap;
  private final double malformed;
  private final long lateMaxMs;

  Faults(AbstractConfig config) {
    duplicate = config.getDouble(SimulatorOptions.DUPLICATE_RATIO);
    late = duplicate + config.getDouble(SimulatorOptions.LATE_RATIO);
    outOfOrder = late + config.getDouble(SimulatorOptions.OUT_OF_ORDER_RATIO);
    gap = outOfOrder + config.getDouble(SimulatorOptions.GAP_RATIO);
    malformed = gap + config.getDouble(SimulatorOptions.MALFORMED_RATIO);
    lateMaxMs = config.getLong(SimulatorOptions.LATE_MAX_MS);
  }

  boolean any() {
    return malformed > 0;
  }

  /**
   * What is wrong with a tick. The one after an out-of-order tick changes places with it and is
   * otherwise sound.
   */
  Fault of(Draws draws, long tick) {
    return drawn(draws, tick - 1) == Fault.OUT_OF_ORDER ? Fault.NONE : drawn(draws, tick);
  }

  private Fault drawn(Draws draws, long tick) {
    double u = draws.uniform(tick, WHICH);
    if (u >= malformed) {
      return Fault.NONE;
    }
    if (u < duplicate) {
      return Fault.DUPLICATE;
    }
    if (u < late) {
      return Fault.LATE;
    }
    if (u < outOfOrder) {
      return Fault.OUT_OF_ORDER;
    }
    return u < gap ? Fault.GAP : Fault.MALFORMED;
  }

  /** How far a late tick's time lies back. */
  long lateMs(Draws draws, long tick) {
    return 1 + (long) (draws.uniform(tick, HOW_LATE) * lateMaxMs);
  }
}
