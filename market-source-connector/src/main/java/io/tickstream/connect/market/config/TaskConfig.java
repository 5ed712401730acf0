package io.tickstream.connect.market.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.util.ConnectorUtils;

/**
 * What a task is told beyond the connector's configuration. Symbols go in keys of their own, one
 * each: the configuration may have them from a file or the provider, and a symbol may be anything.
 */
public final class TaskConfig {

  private static final String COUNT = "task.count";
  private static final String INDEX = "task.index";
  private static final String ALL_SYMBOLS = "task.all.symbols";
  private static final String SYMBOL = "task.symbol.";

  private TaskConfig() {}

  /** Splits the symbols over as many tasks as there may be; each is in exactly one. */
  public static List<Map<String, String>> split(
      Map<String, String> connector, List<String> symbols, int tasks) {
    int count = Math.max(1, Math.min(tasks, symbols.size()));
    List<List<String>> groups =
        symbols.isEmpty()
            ? List.of(List.of())
            : ConnectorUtils.groupPartitions(symbols.stream().sorted().toList(), count);
    List<Map<String, String>> result = new ArrayList<>();
    for (List<String> group : groups) {
      Map<String, String> task = new HashMap<>(connector);
      task.put(COUNT, Integer.toString(count));
      task.put(INDEX, Integer.toString(result.size()));
      task.put(ALL_SYMBOLS, Integer.toString(symbols.size()));
      for (int i = 0; i < group.size(); i++) {
        task.put(SYMBOL + i, group.get(i));
      }
      result.add(task);
    }
    return result;
  }

  public static int count(Map<String, String> task) {
    return Integer.parseInt(task.getOrDefault(COUNT, "1"));
  }

  public static int index(Map<String, String> task) {
    return Integer.parseInt(task.getOrDefault(INDEX, "0"));
  }

  public static int allSymbols(Map<String, String> task) {
    return Integer.parseInt(task.getOrDefault(ALL_SYMBOLS, "0"));
  }

  public static List<String> symbols(Map<String, String> task) {
    List<String> symbols = new ArrayList<>();
    for (String symbol = task.get(SYMBOL + 0);
        symbol != null;
        symbol = task.get(SYMBOL + symbols.size())) {
      symbols.add(symbol);
    }
    return symbols;
  }
}
