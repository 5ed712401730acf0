package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Records of which the outcome is known to the last bit. Each row is written twice within one
 * millisecond, first with a price that would win if both had the same write time. So a lost record,
 * a replay with other write times and a first update that survives all show. Many records in a row
 * are of one partition of the table, so that they fill batches.
 */
final class Updates {
  static final String COLUMNS = "k text, id bigint, price bigint, PRIMARY KEY (k, id)";
  static final String MAPPING = "k=key, id=value.id, price=value.price";

  /** Rows of one partition in one millisecond; the records are twice as many. */
  private static final int RUN = 10;

  /** Rows in a row of one partition of the table: four full batches of their updates. */
  private static final int OF_ONE_KEY = 64;

  private static final int KEYS = 1_000;
  private static final long STALE = 1_000_000_000_000L;

  private final SinkScenario scenario;
  private final int partitions;

  /** Not long ago, or the broker would have deleted the records as too old. */
  private final long begin = System.currentTimeMillis();

  private long runs;

  Updates(SinkScenario scenario, int partitions) {
    this.scenario = scenario;
    this.partitions = partitions;
  }

  /** Sends at least as many more records, and returns when all of them are in the topic. */
  Updates send(int records) {
    long until = runs + (records + 2L * RUN * partitions - 1) / (2L * RUN * partitions);
    for (; runs < until; runs++) {
      for (int i = 0; i < 2 * RUN; i++) {
        for (int partition = 0; partition < partitions; partition++) {
          long id = (runs * RUN + i % RUN) * partitions + partition;
          long price = i < RUN ? STALE - id : 3 * id;
          scenario.send(
              partition, begin + runs, key(id), "{\"id\":" + id + ",\"price\":" + price + "}");
        }
      }
    }
    scenario.flush();
    return this;
  }

  private String key(long id) {
    long group = id / partitions / OF_ONE_KEY * partitions + id % partitions;
    return "k" + group % KEYS;
  }

  long records() {
    return 2 * rows();
  }

  long rows() {
    return runs * RUN * partitions;
  }

  /** The share of the records up to which the offsets are committed. */
  double committed() {
    return committedRecords() / (double) records();
  }

  /** How many records the committed offsets cover. */
  long committedRecords() {
    return scenario.committedOffsets().values().stream().mapToLong(Long::longValue).sum();
  }

  void awaitCommitted(Duration limit) {
    SinkScenario.await(limit).until(() -> committedRecords() == records());
  }

  /** How many rows have had their first update only. */
  long halfway() {
    long[] found = new long[1];
    read(row -> found[0] += row.getLong("price") > STALE / 2 ? 1 : 0);
    return found[0];
  }

  /** Every row is there once, with the values and the write time of its second update. */
  void verify() {
    long[] sums = new long[2];
    read(
        row -> {
          long id = row.getLong("id");
          assertThat(row.getLong("price")).as("price of %s", id).isEqualTo(3 * id);
          long inPartition = id / partitions;
          long micros = TimeUnit.MILLISECONDS.toMicros(begin + inPartition / RUN);
          assertThat(row.getLong("written"))
              .as("write time of %s", id)
              .isEqualTo(micros + RUN + inPartition % RUN);
          sums[0]++;
          sums[1] += hash(id);
        });
    long checksum = 0;
    for (long id = 0; id < rows(); id++) {
      checksum += hash(id);
    }
    assertThat(sums).as("count and checksum of the rows").containsExactly(rows(), checksum);
  }

  private static long hash(long id) {
    return (id + 1) * 0x9E3779B97F4A7C15L ^ id;
  }

  private void read(java.util.function.Consumer<Row> each) {
    scenario
        .session()
        .execute(
            SimpleStatement.newInstance(
                    "SELECT id, price, writetime(price) AS written FROM "
                        + scenario.connector()
                        + ".t")
                .setPageSize(2_000))
        .forEach(each);
  }
}
