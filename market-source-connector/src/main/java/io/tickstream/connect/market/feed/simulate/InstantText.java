package io.tickstream.connect.market.feed.simulate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows ISO 8601 times in UTC. */
final class InstantText implements ConfigDef.Validator {

  @Override
  public void ensureValid(String name, Object value) {
    try {
      Instant.parse(String.valueOf(value));
    } catch (DateTimeParseException notTime) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "a time such as 2026-01-02T14:30:00Z";
  }
}
