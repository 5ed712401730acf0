package io.tickstream.connect.transforms;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/**
 * Writes when an event happened, when Kafka got it, when it is processed and how long that took,
 * all in one pass. Reads times in any form and loses no digit that the output type can hold.
 */
public abstract class InsertTimestamps<R extends ConnectRecord<R>> extends RecordTransform<R> {
  static final String OVERVIEW =
      "Writes the event's own time, the record's timestamp, the processing time and the latency"
          + " between event and processing, in one pass, as fields or headers.";

  private final Clock clock;

  private InsertTimestamps(Side side, Clock clock) {
    super(side);
    this.clock = clock;
  }

  @Override
  public ConfigDef config() {
    return InsertTimestampsConfig.DEF;
  }

  @Override
  Operation<R> start(Map<String, ?> options, Side side) {
    return new TimestampInserter<>(new InsertTimestampsConfig(options), side, clock);
  }

  /** Stamps the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends InsertTimestamps<R> {
    public Key() {
      this(Clock.systemUTC());
    }

    Key(Clock clock) {
      super(Side.KEY, clock);
    }
  }

  /** Stamps the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends InsertTimestamps<R> {
    public Value() {
      this(Clock.systemUTC());
    }

    Value(Clock clock) {
      super(Side.VALUE, clock);
    }
  }
}
