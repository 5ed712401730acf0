package io.tickstream.connect.market.provider;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows one of several words; says which in the error and in the reference. */
public final class OneOf implements ConfigDef.Validator {

  private final List<String> allowed;

  public OneOf(String... allowed) {
    this.allowed = List.of(allowed);
  }

  public OneOf(List<String> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  @Override
  public void ensureValid(String name, Object value) {
    if (value == null || !allowed.contains(value.toString())) {
      throw new ConfigException(name, value, "must be one of " + this);
    }
  }

  @Override
  public String toString() {
    return String.join(", ", allowed);
  }
}
