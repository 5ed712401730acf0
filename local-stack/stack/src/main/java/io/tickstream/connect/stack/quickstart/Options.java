package io.tickstream.connect.stack.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param runFor how long to go on after the first row; null for until Ctrl-C
 * @param only names of connectors; empty for the default choice
 * @param keep the folder that keeps the data; null for none
 * @param scenario the name of a folder under config/scenarios; null for config/connectors
 */
record Options(
    @Nullable Duration runFor,
    List<String> only,
    @Nullable Path keep,
    boolean connectors,
    boolean autoPorts,
    @Nullable String scenario,
    boolean help) {

  static Options parse(List<String> args) {
    Duration runFor = null;
    List<String> only = List.of();
    Path keep = null;
    boolean connectors = true;
    boolean autoPorts = false;
    String scenario = null;
    boolean help = false;
    List<String> rest = new ArrayList<>(args);
    while (!rest.isEmpty()) {
      String option = rest.remove(0);
      switch (option) {
        case "--for" ->
            runFor = Durations.parse(option, value(option, rest, "a duration such as 60s"));
        case "--only" -> only = names(option, value(option, rest, "names of connectors"));
        case "--keep" -> keep = Path.of(value(option, rest, "a folder"));
        case "--no-connectors" -> connectors = false;
        case "--ports" -> autoPorts = isAuto(value(option, rest, "default or auto"));
        case "--scenario" ->
            scenario = value(option, rest, "the name of a folder in config/scenarios");
        case "--help", "-h" -> help = true;
        default -> throw new UsageException("unknown option " + option);
      }
    }
    if (!connectors && (!only.isEmpty() || scenario != null)) {
      throw new UsageException("--no-connectors goes neither with --only nor with --scenario");
    }
    return new Options(runFor, only, keep, connectors, autoPorts, scenario, help);
  }

  private static String value(String option, List<String> rest, String what) {
    if (rest.isEmpty() || rest.get(0).startsWith("--")) {
      throw new UsageException("%s needs %s".formatted(option, what));
    }
    return rest.remove(0);
  }

  private static List<String> names(String option, String text) {
    List<String> names = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      if (name.isBlank()) {
        throw new UsageException(
            "%s is \"%s\"; allowed: names separated by commas".formatted(option, text));
      }
      names.add(name.strip());
    }
    return List.copyOf(names);
  }

  private static boolean isAuto(String text) {
    return switch (text) {
      case "auto" -> true;
      case "default" -> false;
      default ->
          throw new UsageException("--ports is \"%s\"; allowed: default, auto".formatted(text));
    };
  }
}
