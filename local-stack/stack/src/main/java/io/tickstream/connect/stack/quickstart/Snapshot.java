package io.tickstream.connect.stack.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything the quickstart knows at one moment. */
record Snapshot(List<ConnectorState> connectors, List<TableState> tables) {

  boolean hasRows() {
    return tables.stream().anyMatch(table -> table.rows() > 0);
  }

  boolean hasFailed() {
    return connectors.stream().anyMatch(connector -> connector.status().isFailed());
  }

  /**
   * Why this is not a success: connectors that do not run and tables without rows; empty if it is
   * one.
   */
  List<String> shortcomings() {
    List<String> reasons = new ArrayList<>();
    for (ConnectorState connector : connectors) {
      if (!connector.status().isRunning()) {
        reasons.add("connector %s is %s".formatted(connector.name(), connector.status().summary()));
      }
    }
    for (TableState table : tables) {
      if (table.rows() == 0) {
        reasons.add("table %s has no rows".formatted(table.name()));
      }
    }
    return reasons;
  }

  /** {@code rows trades=1203 bars=506 connectors=RUNNING}. */
  String closingLine() {
    StringBuilder line = new StringBuilder("rows ");
    tables.forEach(
        table -> line.append(table.name().table()).append('=').append(table.rows()).append(' '));
    return line.append("connectors=").append(connectorSummary()).toString();
  }

  private String connectorSummary() {
    if (connectors.isEmpty()) {
      return "NONE";
    }
    List<ConnectorState> others =
        connectors.stream().filter(connector -> !connector.status().isRunning()).toList();
    return others.isEmpty()
        ? "RUNNING"
        : others.stream()
            .map(connector -> connector.name() + ":" + connector.status().summary())
            .collect(Collectors.joining(","));
  }
}
