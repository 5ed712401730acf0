package io.tickstream.connect.benchmarks.contest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line after the benchmark's name: {@code --option value}, some of them repeatable. */
public final class Options {

  private final Map<String, List<String>> given = new LinkedHashMap<>();

  /**
   * Parses the arguments.
   *
   * @param valued options that take a value
   * @param flags options that take none
   * @throws IllegalArgumentException naming the argument at fault and what is allowed
   */
  public Options(List<String> arguments, Set<String> valued, Set<String> flags) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String name = argument.startsWith("--") ? argument.substring(2) : "";
      if (flags.contains(name)) {
        given.computeIfAbsent(name, key -> new ArrayList<>()).add("true");
      } else if (valued.contains(name) && i + 1 < arguments.size()) {
        given.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments.get(++i));
      } else if (valued.contains(name)) {
        throw new IllegalArgumentException("--" + name + " needs a value");
      } else {
        throw new IllegalArgumentException(
            "unknown option %s; there are %s and %s"
                .formatted(argument, dashed(valued), dashed(flags)));
      }
    }
  }

  /** The last value given, or the default. */
  public String text(String name, String byDefault) {
    List<String> values = all(name);
    return values.isEmpty() ? byDefault : values.get(values.size() - 1);
  }

  /** A whole number of at least {@code min}. */
  public long number(String name, long byDefault, long min) {
    return parse(name, text(name, Long.toString(byDefault)), min);
  }

  /** Whole numbers separated by commas, each at least {@code min} and there once. */
  public List<Integer> numbers(String name, String byDefault, long min) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : text(name, byDefault).split(",", -1)) {
      long number = parse(name, text.trim(), min);
      if (number > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "--%s is %d, allowed is at most %d".formatted(name, number, Integer.MAX_VALUE));
      }
      if (numbers.contains((int) number)) {
        throw new IllegalArgumentException("--%s has %d twice".formatted(name, number));
      }
      numbers.add((int) number);
    }
    return numbers;
  }

  /** A fraction from 0 to 1. */
  public double share(String name, double byDefault) {
    String text = text(name, Double.toString(byDefault));
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Said below, together with what is out of range.
    }
    throw new IllegalArgumentException("--" + name + " is " + text + ", allowed is 0 to 1");
  }

  /** One of the given words. */
  public String choice(String name, String byDefault, String... allowed) {
    String text = text(name, byDefault);
    if (!List.of(allowed).contains(text)) {
      throw new IllegalArgumentException(
          "--%s is %s, allowed is one of %s".formatted(name, text, List.of(allowed)));
    }
    return text;
  }

  /** Whether a flag was given. */
  public boolean has(String name) {
    return given.containsKey(name);
  }

  /** All values of a repeatable option. */
  public List<String> all(String name) {
    return given.getOrDefault(name, List.of());
  }

  private static long parse(String name, String text, long min) {
    try {
      long number = Long.parseLong(text);
      if (number >= min) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with what is out of range.
    }
    throw new IllegalArgumentException(
        "--%s is %s, allowed is a whole number from %d".formatted(name, text, min));
  }

  private static List<String> dashed(Set<String> names) {
    return names.stream().sorted().map(name -> "--" + name).toList();
  }
}
