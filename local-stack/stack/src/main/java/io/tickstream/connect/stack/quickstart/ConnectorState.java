package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.rest.ConnectorStatus;

/**
 * A connector at one moment.
 *
 * @param records moved since its tasks started
 * @param perSecond since the moment before
 */
record ConnectorState(ConnectorStatus status, long records, double perSecond) {
  String name() {
    return status.name();
  }

  /** As in {@code 2/2}. */
  String tasks() {
    long running =
        status.tasks().stream()
            .filter(task -> task.state().equals(ConnectorStatus.RUNNING))
            .count();
    return running + "/" + status.tasks().size();
  }
}
