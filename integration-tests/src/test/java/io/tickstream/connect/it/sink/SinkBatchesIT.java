package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Full batches that go as one prepared statement leave the same rows as any other write. */
class SinkBatchesIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** Far more full batches than it takes to have them prepared. */
  private static final int RECORDS = 6_000;

  private static final int KEYS = 5;
  private static final int DELETED = 0;
  private static final int NULL = 40;
  private static final int MISSING = 70;
  private static final String COLUMNS =
      "k text, id bigint, price double, note text, PRIMARY KEY (k, id)";
  private static final String MAPPING = "k=key, id=value.id, price=value.price, note=value.note";

  private final LocalStack stack = SharedStack.get();

  @Test
  void nullsMissingFieldsAndDeletesAreWhatTheyAreInAnyWrite() {
    try (SinkScenario scenario = new SinkScenario(stack, "batches_nulls", 1)) {
      scenario.createTable(COLUMNS);
      for (int i = 0; i < RECORDS; i++) {
        scenario.send(key(i), "{\"id\":" + i + ",\"price\":1,\"note\":\"first\"}");
      }
      for (int i = 0; i < RECORDS; i++) {
        scenario.send(key(i), "{\"id\":" + i + second(i) + "}");
      }
      scenario.flush();
      scenario.deploy(scenario.config(MAPPING, "TABLE.nullToUnset", "false"));
      scenario.awaitDrained(LIMIT);
      scenario.assertBatchesPrepared();
      assertThat(scenario.rows())
          .hasSize(RECORDS - RECORDS / 100)
          .allSatisfy(
              row -> {
                int kind = (int) (row.getLong("id") % 100);
                assertThat(row.getObject("price")).isEqualTo(kind == NULL ? null : kind / 4.0);
                assertThat(row.getString("note")).isEqualTo(kind == MISSING ? "first" : "n" + kind);
              });
    }
  }

  /**
   * One in a hundred each: nothing but keys, which deletes; a null; and a field that is not there.
   * Far enough apart for most nulls and missing fields to share their batch with no delete, which
   * would keep it from going as one statement.
   */
  private static String second(int id) {
    int kind = id % 100;
    String price = ",\"price\":" + kind / 4.0;
    return switch (kind) {
      case DELETED -> ",\"price\":null,\"note\":null";
      case NULL -> ",\"price\":null,\"note\":\"n" + kind + '"';
      case MISSING -> price;
      default -> price + ",\"note\":\"n" + kind + '"';
    };
  }

  @Test
  void oneRowThatCassandraRefusesIsTheOnlyOneThatGoesToTheDeadLetterQueue() {
    try (SinkScenario scenario = new SinkScenario(stack, "batches_refused", 1)) {
      scenario.createTable("k text, id text, price double, PRIMARY KEY (k, id)");
      String tooLong = "x".repeat(70_000);
      for (int i = 0; i < RECORDS; i++) {
        String id = i == RECORDS - 1_000 ? tooLong : "i" + i;
        scenario.send(key(i), "{\"id\":\"" + id + "\",\"price\":" + i + "}");
      }
      scenario.flush();
      scenario.deploy(
          scenario.withDeadLetters(
              scenario.config(
                  "k=key, id=value.id, price=value.price", "maxBytesInBatch", "1000000")));
      scenario.awaitDrained(LIMIT);
      scenario.assertBatchesPrepared();
      assertThat(scenario.awaitDeadLetters(1)).hasSize(1);
      assertThat(scenario.rows()).hasSize(RECORDS - 1);
    }
  }

  @Test
  void tablesThatChangeOrAreMadeAnewTakeRowsAsBefore() {
    try (SinkScenario scenario = new SinkScenario(stack, "batches_changed", 1)) {
      scenario.createTable(COLUMNS.replace("note text", "note text, other int"));
      scenario.deploy(scenario.config(MAPPING));
      sendAndAwait(scenario, 0);
      scenario.assertBatchesPrepared();
      scenario.session().execute("ALTER TABLE batches_changed.t DROP other");
      sendAndAwait(scenario, 1);
      scenario.session().execute("DROP TABLE batches_changed.t");
      scenario.createTable(COLUMNS.replace("price double", "price text"));
      scenario.awaitTableNoticed();
      sendAndAwait(scenario, 2);
      scenario.assertBatchesPrepared();
      assertThat(scenario.rows())
          .hasSize(RECORDS)
          .allMatch(row -> row.getString("price").equals(row.getLong("id") + ".5"));
      assertThat(stack.connect().status(scenario.connector()).isRunning()).isTrue();
    }
  }

  private static void sendAndAwait(SinkScenario scenario, int round) {
    for (int i = round * RECORDS; i < (round + 1) * RECORDS; i++) {
      scenario.send(key(i), "{\"id\":" + i + ",\"price\":" + i + ".5,\"note\":\"n\"}");
    }
    scenario.flush();
    scenario.awaitDrained(LIMIT);
  }

  private static String key(int i) {
    return "k" + i / 64 % KEYS;
  }
}
