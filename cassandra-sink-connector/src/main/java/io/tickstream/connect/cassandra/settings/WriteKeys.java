package io.tickstream.connect.cassandra.settings;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** How rows are sent and what happens when that fails. */
public final class WriteKeys {
  public static final String MAX_REQUESTS = "maxConcurrentRequests";
  public static final String MAX_ROWS = "maxNumberOfRecordsInBatch";
  public static final String MAX_BATCH_BYTES = "maxBytesInBatch";
  public static final String MAX_BYTES = "maxBytesInFlight";
  public static final String LINGER = "linger.ms";
  public static final String BACKOFF_INITIAL = "retry.backoff.initial.ms";
  public static final String BACKOFF_MAX = "retry.backoff.max.ms";
  public static final String IGNORE_ERRORS = "ignoreErrors";

  private WriteKeys() {}

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Writing")
        .add(
            MAX_REQUESTS,
            ConfigDef.Type.INT,
            500,
            atLeast(1),
            Importance.HIGH,
            "The most requests that all tasks of the connector on one worker have under way at"
                + " once. How many of them are used follows the cluster's latency and errors.")
        .add(
            MAX_ROWS,
            ConfigDef.Type.INT,
            32,
            between(1, 65535),
            Importance.HIGH,
            "The most rows in one batch. Only rows of one partition go into one batch. Full batches"
                + " of a busy table become one prepared statement each.")
        .add(
            MAX_BATCH_BYTES,
            ConfigDef.Type.INT,
            65536,
            atLeast(1),
            Importance.MEDIUM,
            "The most bytes of values in one batch; a larger row goes alone.")
        .add(
            MAX_BYTES,
            ConfigDef.Type.INT,
            32 * 1024 * 1024,
            atLeast(1024),
            Importance.MEDIUM,
            "About how many bytes of records, and of the values made from them, one task holds"
                + " unacknowledged before it pauses reading.")
        .add(
            LINGER,
            ConfigDef.Type.INT,
            5,
            between(0, 1000),
            Importance.MEDIUM,
            "Milliseconds that an incomplete batch waits for more rows while others are under way;"
                + " up to 100 more while complete ones wait to be sent, or after a poll of at least"
                + " 100 records that is as large as any before, as the next then follows at once.")
        .add(
            BACKOFF_INITIAL,
            ConfigDef.Type.INT,
            100,
            atLeast(1),
            Importance.LOW,
            "Upper bound in milliseconds of the first pause before a failed write is sent again; it"
                + " doubles with each attempt, and each pause is drawn at random below it.")
        .add(
            BACKOFF_MAX,
            ConfigDef.Type.INT,
            10_000,
            atLeast(1),
            Importance.LOW,
            "What that bound grows to, in milliseconds. Retries do not end.");
    new KeyGroup(definition, "Errors")
        .add(
            IGNORE_ERRORS,
            ConfigDef.Type.STRING,
            "None",
            Choice.of("None", "Driver", "All").tolerating("true", "false"),
            Importance.HIGH,
            "Which records that can never be written are dropped with a warning and a counter when"
                + " there is no dead letter queue: none; those that Cassandra refused (Driver); also"
                + " those that do not fit the mapping (All). An outage is never ignored.");
  }
}
