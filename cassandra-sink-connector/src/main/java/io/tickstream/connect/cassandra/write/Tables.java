package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import io.tickstream.connect.cassandra.table.TableTarget;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Looks tables up and prepares their statements, as soon as Cassandra can be reached. */
public interface Tables {

  /**
   * Never blocks. Fails with a {@link org.apache.kafka.common.config.ConfigException} when settings
   * and table do not go together, with what the driver throws otherwise.
   *
   * @param sample the first record, from whose schema a missing table can be created; null before
   *     there is one
   */
  CompletionStage<TableTarget> prepare(
      TopicSettings topic, TableSettings table, @Nullable SinkRecord sample);
}
