package io.tickstream.connect.cassandra;

import io.tickstream.connect.cassandra.session.FileSetting;
import io.tickstream.connect.cassandra.session.SecurityCheck;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import io.tickstream.connect.cassandra.settings.Problem;
import io.tickstream.connect.cassandra.settings.Problems;
import io.tickstream.connect.cassandra.settings.SettingsReader;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/** Hangs everything that is wrong with a configuration on the keys at fault, all at once. */
final class Validation {

  private Validation() {}

  static Config validate(Config base, Map<String, String> properties) {
    Problems problems = new Problems();
    SinkSettings settings = new SettingsReader(properties, problems).read();
    SecurityCheck.check(settings.connection(), problems);
    boolean ask = Boolean.parseBoolean(properties.get(ConnectionKeys.VALIDATE_CONNECTIVITY));
    if (ask && problems.all().isEmpty()) {
      new Connectivity(settings, problems).check();
    }
    List<ConfigValue> values = new ArrayList<>(base.configValues());
    values.stream()
        .filter(value -> value.value() instanceof String text && FileSetting.isInline(text))
        .forEach(value -> value.value(Password.HIDDEN));
    for (Problem problem : problems.all()) {
      ConfigValue value = find(values, problem.key());
      if (!value.errorMessages().contains(problem.message())) {
        value.addErrorMessage(named(problem));
      }
    }
    return new Config(values);
  }

  /** Connect refuses a configuration with the messages alone, without the keys they hang on. */
  private static String named(Problem problem) {
    return problem.message().contains(problem.key())
        ? problem.message()
        : problem.key() + ": " + problem.message();
  }

  private static ConfigValue find(List<ConfigValue> values, String key) {
    for (ConfigValue value : values) {
      if (value.name().equals(key)) {
        return value;
      }
    }
    ConfigValue value = new ConfigValue(key);
    values.add(value);
    return value;
  }
}
