package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.provider.Limits;
import org.apache.kafka.common.config.AbstractConfig;

/** The provider's limits, where the configuration does not set others. */
public final class PollLimits {

  private PollLimits() {}

  public static Limits of(AbstractConfig config, Limits usual) {
    return new Limits(
        either(config.getLong(PollOptions.PER_SECOND), usual.perSecond()),
        either(config.getLong(PollOptions.PER_MINUTE), usual.perMinute()),
        either(config.getLong(PollOptions.PER_DAY), usual.perDay()),
        either(config.getLong(PollOptions.WEIGHT_PER_MINUTE), usual.weightPerMinute()),
        either(config.getLong(PollOptions.WEIGHT_PER_DAY), usual.weightPerDay()));
  }

  private static long either(long configured, long usual) {
    return configured < 0 ? usual : configured;
  }
}
