package io.tickstream.connect.market.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/**
 * The outcome of validating a configuration: errors hang on the option at fault, all of them at
 * once.
 */
public final class Checked {

  private Checked() {}

  /** Adds what does not go together to what {@code ConfigDef} found. */
  public static Config complete(Config byOption, Map<String, String> originals) {
    List<ConfigValue> values = new ArrayList<>(byOption.configValues());
    // While single options are wrong, what they would mean together is guesswork.
    if (values.stream().noneMatch(value -> isOurs(value) && !value.errorMessages().isEmpty())) {
      Validation.run(
          new MarketSourceConfig(originals), (option, message) -> add(values, option, message));
    }
    return new Config(values);
  }

  private static boolean isOurs(ConfigValue value) {
    return MarketSourceConfig.definition().names().contains(value.name());
  }

  private static void add(List<ConfigValue> values, String option, String message) {
    String error = option + " " + message;
    for (ConfigValue value : values) {
      if (value.name().equals(option)) {
        value.addErrorMessage(error);
        return;
      }
    }
    ConfigValue missing = new ConfigValue(option);
    missing.addErrorMessage(error);
    values.add(missing);
  }
}
