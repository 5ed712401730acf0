package io.tickstream.connect.transforms.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** An option whose values are the constants of an enum, in lower case. */
public final class Choice<E extends Enum<E>> implements ConfigDef.Validator {
  private final List<E> constants;

  private Choice(Class<E> type) {
    this.constants = Arrays.asList(type.getEnumConstants());
  }

  public static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    return new Choice<>(type);
  }

  /** How a constant is written in a configuration. */
  public static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant that {@code text} stands for, whatever its case. */
  public E parse(String name, @Nullable String text) {
    return constants.stream()
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new ConfigException(name, text, "expected one of " + this));
  }

  @Override
  public void ensureValid(String name, @Nullable Object value) {
    parse(name, (String) value);
  }

  @Override
  public String toString() {
    return constants.stream().map(Choice::text).collect(Collectors.joining(", "));
  }
}
