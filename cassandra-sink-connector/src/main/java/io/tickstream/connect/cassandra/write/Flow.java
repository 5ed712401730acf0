package io.tickstream.connect.cassandra.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Pauses reading while accepted records wait. Used by the task's thread only. */
final class Flow {
  private final SinkTaskContext context;
  private final Set<TopicPartition> paused = new HashSet<>();

  Flow(SinkTaskContext context) {
    this.context = context;
  }

  void update(boolean hold, Set<TopicPartition> assigned) {
    if (hold) {
      Set<TopicPartition> running = new HashSet<>(assigned);
      running.removeAll(paused);
      if (!running.isEmpty()) {
        context.pause(running.toArray(TopicPartition[]::new));
        paused.addAll(running);
      }
    } else if (!paused.isEmpty()) {
      context.resume(paused.toArray(TopicPartition[]::new));
      paused.clear();
    }
  }

  /** Whether anything has been kept from being read since the last update. */
  boolean isHolding() {
    return !paused.isEmpty();
  }

  /**
   * To be read from the start. The worker remembers what was paused when a partition comes back to
   * the task that had it.
   */
  void opened(Collection<TopicPartition> assigned) {
    paused.removeAll(Set.copyOf(assigned));
    context.resume(assigned.toArray(TopicPartition[]::new));
  }

  void forget(Collection<TopicPartition> revoked) {
    paused.removeAll(Set.copyOf(revoked));
  }
}
