package io.tickstream.connect.market.provider;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows a list of certain words, or none of them. */
public final class SomeOf implements ConfigDef.Validator {

  private final List<String> allowed;

  public SomeOf(String... allowed) {
    this.allowed = List.of(allowed);
  }

  @Override
  public void ensureValid(String name, Object value) {
    if (value instanceof List<?> list && !allowed.containsAll(list)) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "a list of " + String.join(", ", allowed);
  }
}
