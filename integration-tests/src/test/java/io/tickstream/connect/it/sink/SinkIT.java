package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records become rows, and what cannot become a row does not get in the way. */
class SinkIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String COLUMNS = "k text, id bigint, price double, PRIMARY KEY (k, id)";
  private static final String MAPPING = "k=key, id=value.id, price=value.price";

  private final LocalStack stack = SharedStack.get();

  @Test
  void everyRecordBecomesARow() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_rows", 3)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.config(MAPPING, "tasks.max", "2"));
      for (int i = 0; i < 5_000; i++) {
        scenario.send("k" + i % 50, "{\"id\":" + i + ",\"price\":" + i / 4.0 + "}");
      }
      scenario.flush();
      scenario.awaitCount(5_000, LIMIT);
      assertThat(scenario.rows())
          .hasSize(5_000)
          .allMatch(row -> row.getDouble("price") == row.getLong("id") / 4.0);
    }
  }

  @Test
  void onlyPoisonRecordsGoToTheDeadLetterQueueWithTheReason() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_poison", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.withDeadLetters(scenario.config(MAPPING)));
      for (int i = 0; i < 300; i++) {
        scenario.send("k", "{\"id\":" + i + ",\"price\":1.5}");
        if (i == 100) {
          scenario.send("k", "{\"id\":\"none\",\"price\":1.5}");
          scenario.send("k", "{\"price\":1.5}");
          scenario.send("", "{\"id\":1000,\"price\":1.5}");
          scenario.send("k", "not json");
        }
      }
      scenario.flush();
      scenario.awaitCount(300, LIMIT);
      assertThat(scenario.awaitDeadLetters(4))
          .extracting(record -> SinkScenario.header(record, "__connect.errors.exception.message"))
          .anyMatch(reason -> reason.contains("offset 101: column sink_poison.t.id from value.id"))
          .anyMatch(reason -> reason.contains("offset 102: column sink_poison.t.id from value.id"))
          .anyMatch(reason -> reason.contains("offset 103: table sink_poison.t: Cassandra refused"))
          .hasSize(4);
      assertThat(scenario.count()).isEqualTo(300);
      SinkScenario.await().until(() -> scenario.committed(0).get() == 304);
    }
  }

  @Test
  void withoutADeadLetterQueueTheTaskFailsAndGoesOnAfterTheRepair() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_repair", 1)) {
      scenario.createTable(COLUMNS);
      for (int i = 0; i < 10; i++) {
        scenario.send("k", "{\"id\":" + i + ",\"price\":" + (i == 5 ? "\"high\"" : "1.5") + "}");
      }
      scenario.flush();
      scenario.put(scenario.config(MAPPING));
      String trace =
          stack.connect().awaitFailed(scenario.connector(), LIMIT).tasks().get(0).trace();
      assertThat(trace)
          .contains("topic sink_repair partition 0 offset 5: column sink_repair.t.price");
      scenario.session().execute("ALTER TABLE sink_repair.t ADD price_text text");
      scenario.put(scenario.config("k=key, id=value.id, price_text=value.price"));
      scenario.awaitCount(10, LIMIT);
    }
  }

  @Test
  void tombstonesDeleteAndTheLastInsertLives() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_tombstones", 1)) {
      scenario.createTable("k text PRIMARY KEY, price double");
      long now = System.currentTimeMillis();
      scenario.send(0, now, "a", "{\"price\":1}");
      scenario.send(0, now, "a", null);
      scenario.send(0, now, "a", "{\"price\":2}");
      scenario.send(0, now, "b", "{\"price\":1}");
      scenario.send(0, now, "b", null);
      scenario.send(0, now, "c", "{\"price\":1}");
      scenario.flush();
      scenario.deploy(scenario.config("k=key, price=value.price"));
      SinkScenario.await().until(() -> scenario.committed(0).get() == 6);
      assertThat(scenario.rows())
          .extracting(row -> row.getString("k") + row.getDouble("price"))
          .containsExactlyInAnyOrder("a2.0", "c1.0");
    }
  }

  @Test
  void tombstonesDeleteRowsThatHaveDefaults() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_defaults", 1)) {
      scenario.createTable("k text PRIMARY KEY, price double, currency text");
      scenario.send("a", "{\"price\":1}");
      scenario.send("a", null);
      scenario.send("b", "{\"price\":1}");
      scenario.flush();
      scenario.deploy(scenario.config("k=key, price=value.price, currency=value.currency | 'USD'"));
      SinkScenario.await().until(() -> scenario.committed(0).get() == 3);
      assertThat(scenario.rows())
          .extracting(row -> row.getString("k") + row.getString("currency"))
          .containsExactly("bUSD");
    }
  }

  @Test
  void countersCount() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_counters", 1)) {
      scenario.createTable("k text PRIMARY KEY, n counter");
      scenario.deploy(scenario.config("k=key, n=value.n"));
      for (int i = 0; i < 100; i++) {
        scenario.send("a", "{\"n\":2}");
      }
      scenario.flush();
      SinkScenario.await().until(() -> scenario.committed(0).get() == 100);
      assertThat(scenario.rows()).extracting(row -> row.getLong("n")).containsExactly(200L);
    }
  }

  @Test
  void lightweightTransactionsKeepTheirOrder() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_lwt", 1)) {
      scenario.createTable("k text PRIMARY KEY, price double, seen bigint");
      scenario.deploy(
          scenario.config(
              "k=key, price=value.price, seen=value.seen",
              "TABLE.query",
              "UPDATE sink_lwt.t SET price = :price, seen = :seen WHERE k = :k IF seen < :seen",
              "TABLE.deletesEnabled",
              "false"));
      scenario.session().execute("INSERT INTO sink_lwt.t (k, price, seen) VALUES ('a', 0, 0)");
      for (int i = 1; i <= 50; i++) {
        scenario.send("a", "{\"price\":" + i + ",\"seen\":" + i + "}");
      }
      scenario.flush();
      SinkScenario.await().until(() -> scenario.committed(0).get() == 50);
      assertThat(scenario.rows()).extracting(row -> row.getLong("seen")).containsExactly(50L);
    }
  }

  @Test
  void aBatchOfOnesOwnWritesAllItsRowsAtTheTimeOfTheRecord() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_batch", 1)) {
      scenario.createTable("k text PRIMARY KEY, price double");
      scenario.session().execute("CREATE TABLE sink_batch.u (k text PRIMARY KEY, price double)");
      String query =
          "BEGIN BATCH"
              + " INSERT INTO sink_batch.t (k, price) VALUES (:k, :price)"
              + " USING TIMESTAMP :\"__timestamp\";"
              + " INSERT INTO sink_batch.u (k, price) VALUES (:k, :price)"
              + " USING TIMESTAMP :\"__timestamp\";"
              + " APPLY BATCH";
      scenario.deploy(scenario.config("k=key, price=value.price", "TABLE.query", query));
      long before = System.currentTimeMillis() - 60_000;
      scenario.send(0, before, "a", "{\"price\":1}");
      scenario.send(0, before + 1, "b", "{\"price\":2}");
      scenario.flush();
      SinkScenario.await().until(() -> scenario.committed(0).get() == 2);
      for (String table : new String[] {"t", "u"}) {
        String cql = "SELECT k, writetime(price) AS written FROM sink_batch." + table;
        assertThat(scenario.session().execute(cql).all())
            .extracting(row -> row.getString("k") + row.getLong("written"))
            .containsExactlyInAnyOrder("a" + before * 1_000, "b" + (before + 1) * 1_000);
      }
    }
  }

  @Test
  void renamedTopicsCommitUnderTheirOwnNames() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_renamed", 2)) {
      scenario.createTable(COLUMNS);
      Map<String, String> config = scenario.withDeadLetters(scenario.config(MAPPING));
      config.remove("topic.sink_renamed.sink_renamed.t.mapping");
      config.put("topic.other.sink_renamed.t.mapping", MAPPING);
      config.put("transforms", "rename");
      config.put("transforms.rename.type", "org.apache.kafka.connect.transforms.RegexRouter");
      config.put("transforms.rename.regex", ".*");
      config.put("transforms.rename.replacement", "other");
      scenario.deploy(config);
      for (int i = 0; i < 100; i++) {
        scenario.send(i % 2, 1_000_000 + i, "k", "{\"id\":" + (i == 50 ? "\"x\"" : i) + "}");
      }
      scenario.flush();
      scenario.awaitCount(99, LIMIT);
      assertThat(scenario.awaitDeadLetters(1)).hasSize(1);
      SinkScenario.await()
          .until(() -> scenario.committed(0).get() == 50 && scenario.committed(1).get() == 50);
    }
  }

  @Test
  void offsetsAdvanceWhenAFilterDropsEverything() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_filtered", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(
          scenario.config(
              MAPPING,
              "transforms",
              "drop",
              "transforms.drop.type",
              "org.apache.kafka.connect.transforms.Filter"));
      for (int i = 0; i < 20; i++) {
        scenario.send("k", "{\"id\":" + i + "}");
      }
      scenario.flush();
      SinkScenario.await().until(() -> scenario.committed(0).get() == 20);
      assertThat(scenario.count()).isZero();
    }
  }

  @Test
  void filterAndExplodeMakeRowsOfElements() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_elements", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(
          scenario.config(
              "k=key, id=element.id, price=element.p | 0",
              "TABLE.explode",
              "value.data",
              "TABLE.filter",
              "element.id > 1"));
      scenario.send("k", "{\"data\":[{\"id\":1,\"p\":1},{\"id\":2,\"p\":2},{\"id\":3}]}");
      scenario.flush();
      scenario.awaitCount(2, LIMIT);
      assertThat(scenario.rows()).extracting(row -> row.getLong("id")).containsExactly(2L, 3L);
    }
  }

  @Test
  void missingNullAndExtraFieldsAreNoErrors() {
    try (SinkScenario scenario = new SinkScenario(stack, "sink_optional", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.config(MAPPING, "TABLE.deletesEnabled", "false"));
      scenario.send("k", "{\"id\":1,\"price\":1,\"more\":[1]}");
      scenario.send("k", "{\"id\":1,\"price\":null}");
      scenario.send("k", "{\"id\":1}");
      scenario.send("k", null);
      scenario.send("k", "{\"id\":2}");
      scenario.flush();
      scenario.awaitCount(2, LIMIT);
      Row row =
          scenario
              .session()
              .execute("SELECT price FROM sink_optional.t WHERE k='k' AND id=1")
              .one();
      assertThat(row.getDouble("price")).isEqualTo(1.0);
      SinkScenario.await().until(() -> scenario.committed(0).get() == 5);
    }
  }
}
