package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.DataError;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Where the records of each topic go. Used by the task's thread only. */
final class Destinations {
  private final Map<String, Destination[]> byTopic = new HashMap<>();
  private @Nullable String lastTopic;
  private Destination @Nullable [] last;

  Destinations(SinkSettings settings, Tables tables, Shared shared, Tools tools) {
    int maxRows = settings.write().maxRowsInBatch();
    for (Map.Entry<String, TopicSettings> each : settings.topics().entrySet()) {
      TopicSettings topic = each.getValue();
      List<Destination> found = new ArrayList<>();
      for (TableSettings table : topic.tables()) {
        Lane lane = new Lane(tools.counters().table(table.qualifiedName()), maxRows);
        found.add(new Destination(topic, table, lane, tables, shared, tools));
      }
      byTopic.put(each.getKey(), found.toArray(Destination[]::new));
    }
  }

  void prepareEarly() {
    byTopic
        .values()
        .forEach(
            destinations -> {
              for (Destination destination : destinations) {
                destination.prepareEarly();
              }
            });
  }

  /**
   * The tables of the record's topic, by the name it has after all transforms.
   *
   * @throws DataError when there are none
   */
  @SuppressWarnings("ReferenceEquality") // The consumer hands out one String per partition.
  Destination[] of(SinkRecord record) {
    String topic = record.topic();
    Destination[] found = last;
    if (topic != lastTopic || found == null) {
      found = byTopic.get(topic);
      if (found == null) {
        throw new DataError(
            DataError.Origin.MAPPING,
            DataError.place(record)
                + ": topic "
                + topic
                + " has no mapping; add topic."
                + topic
                + ".<keyspace>.<table>.mapping",
            null);
      }
      last = found;
      lastTopic = topic;
    }
    return found;
  }

  static boolean allReady(Destination[] destinations) {
    for (Destination destination : destinations) {
      if (destination.route() == null) {
        return false;
      }
    }
    return true;
  }

  static void expireOutgrown(Destination[] destinations, SinkRecord record) {
    for (Destination destination : destinations) {
      if (destination.isOutgrownBy(record)) {
        destination.expire();
      }
    }
  }

  /** Sets about those that are not ready. */
  static void prepare(Destination[] destinations, SinkRecord sample) {
    for (Destination destination : destinations) {
      if (destination.route() == null) {
        destination.prepare(sample);
      }
    }
  }
}
