package io.tickstream.connect.market.provider;

import java.math.BigDecimal;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows numbers from one to another, both included. */
final class Bounds implements ConfigDef.Validator {

  private final double least;
  private final double most;

  Bounds(double least, double most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public void ensureValid(String name, Object value) {
    double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
    // Written so that NaN fails too.
    if (!(number >= least && number <= most)) {
      throw new ConfigException(name, value, "must be " + this);
    }
  }

  @Override
  public String toString() {
    boolean open = most >= Long.MAX_VALUE;
    if (open && least <= Long.MIN_VALUE) {
      return "any number";
    }
    return open ? plain(least) + " or more" : plain(least) + " to " + plain(most);
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
