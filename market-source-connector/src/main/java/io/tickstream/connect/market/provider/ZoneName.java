package io.tickstream.connect.market.provider;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows time zones by name or offset. */
public final class ZoneName implements ConfigDef.Validator {

  @Override
  public void ensureValid(String name, Object value) {
    try {
      ZoneId.of(String.valueOf(value));
    } catch (DateTimeException unknown) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "a time zone such as UTC, America/New_York or +02:00";
  }
}
