package io.tickstream.connect.market.feed.simulate;

import java.math.BigDecimal;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows positive decimal numbers of at most eight digits behind the point. */
final class Step implements ConfigDef.Validator {

  private static final String SYNTAX = "\\d{1,6}(\\.\\d{1,8})?";

  @Override
  public void ensureValid(String name, Object value) {
    String text = String.valueOf(value);
    if (!text.matches(SYNTAX) || new BigDecimal(text).signum() == 0) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    return "a positive number of up to eight digits after the point";
  }
}
