package io.tickstream.connect.transforms;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/**
 * Writes the day, year or other period that a record belongs to, by its own time: the part of a
 * Cassandra partition key that keeps partitions bounded, the same whenever a record is replayed.
 */
public abstract class TimeBucket<R extends ConnectRecord<R>> extends RecordTransform<R> {
  static final String OVERVIEW =
      "Writes the period that a record belongs to, such as its day: the part of a Cassandra"
          + " partition key that keeps partitions bounded.";

  private TimeBucket(Side side) {
    super(side);
  }

  @Override
  public ConfigDef config() {
    return TimeBucketConfig.DEF;
  }

  @Override
  Operation<R> start(Map<String, ?> options, Side side) {
    return new BucketInserter<>(new TimeBucketConfig(options), side);
  }

  /** Reads and writes the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends TimeBucket<R> {
    public Key() {
      super(Side.KEY);
    }
  }

  /** Reads and writes the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends TimeBucket<R> {
    public Value() {
      super(Side.VALUE);
    }
  }
}
