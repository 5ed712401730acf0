package io.tickstream.connect.market.feed.simulate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows lists of dates. */
final class Dates implements ConfigDef.Validator {

  @Override
  public void ensureValid(String name, Object value) {
    try {
      if (value instanceof List<?> list) {
        list.forEach(date -> LocalDate.parse(String.valueOf(date)));
      }
    } catch (DateTimeParseException notDate) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "dates such as 2026-12-25, separated by commas";
  }
}
