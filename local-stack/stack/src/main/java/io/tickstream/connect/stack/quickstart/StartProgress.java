package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.ServerProcess;
import io.tickstream.connect.stack.StackListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line per server: starting, then how long it took. */
final class StartProgress implements StackListener {
  private final Screen screen;
  private final Map<String, String> states = new LinkedHashMap<>();

  StartProgress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void starting(ServerProcess server) {
    show(server, "starting");
  }

  @Override
  public void ready(ServerProcess server, Duration after) {
    show(server, "ready in " + Durations.format(after));
  }

  private void show(ServerProcess server, String state) {
    states.put(server.name(), state);
    if (screen.isTerminal()) {
      List<String> lines = new ArrayList<>();
      states.forEach((name, each) -> lines.add(row(name, each)));
      screen.draw(lines);
    } else {
      screen.line(row(server.name(), state));
    }
  }

  private static String row(String name, String state) {
    return "  %-12s %s".formatted(name, state);
  }
}
