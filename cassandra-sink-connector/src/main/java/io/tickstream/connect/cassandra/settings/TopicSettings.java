package io.tickstream.connect.cassandra.settings;

import io.tickstream.connect.cassandra.codec.CodecSettings;
import java.util.List;

/** The tables that one topic is written to. */
public record TopicSettings(String topic, CodecSettings codec, List<TableSettings> tables) {

  public TopicSettings {
    tables = List.copyOf(tables);
  }
}
