package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables that the sink makes, and tables that change under its hands. */
class SinkSchemaIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String COLUMNS =
      "k text, id bigint, price double, note text, PRIMARY KEY (k, id)";
  private static final String MAPPING = "k=key, id=value.id, price=value.price";

  private final LocalStack stack = SharedStack.get();

  private void send(SinkScenario scenario, int from, int to) {
    for (int i = from; i < to; i++) {
      scenario.send("k", "{\"id\":" + i + ",\"price\":" + i / 4.0 + "}");
    }
    scenario.flush();
  }

  @Test
  void columnsThatNobodyMappedComeAndGoWithoutARestart() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_others", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.config(MAPPING));
      send(scenario, 0, 100);
      scenario.awaitCount(100, LIMIT);
      scenario.session().execute("ALTER TABLE schema_others.t DROP note");
      send(scenario, 100, 200);
      scenario.awaitCount(200, LIMIT);
      scenario.session().execute("ALTER TABLE schema_others.t ADD more list<int>");
      send(scenario, 200, 300);
      scenario.awaitCount(300, LIMIT);
      assertThat(scenario.rows())
          .allMatch(row -> row.getDouble("price") == row.getLong("id") / 4.0);
      assertThat(stack.connect().status(scenario.connector()).isRunning()).isTrue();
      assertThat(scenario.failures()).isZero();
    }
  }

  @Test
  void deletesStopWhenAColumnAppearsThatTheMappingDoesNotSee() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_deletes", 1)) {
      scenario.createTable("k text PRIMARY KEY, price double");
      scenario.deploy(scenario.config("k=key, price=value.price"));
      scenario.send("a", "{\"price\":1}");
      scenario.send("a", null);
      scenario.send("b", "{\"price\":1}");
      scenario.flush();
      SinkScenario.await().until(() -> scenario.committed(0).get() == 3);
      assertThat(scenario.count()).isEqualTo(1);
      scenario.session().execute("ALTER TABLE schema_deletes.t ADD note text");
      scenario.session().execute("UPDATE schema_deletes.t SET note = 'mine' WHERE k = 'b'");
      SinkScenario.await()
          .untilAsserted(
              () -> {
                // Whatever it does not delete any more, it writes.
                scenario.send("c", "{\"price\":1}");
                scenario.send("c", null);
                scenario.flush();
                assertThat(scenario.count()).isEqualTo(2);
              });
      scenario.send("b", null);
      scenario.flush();
      scenario.awaitDrained(LIMIT);
      assertThat(scenario.rows()).extracting(row -> row.getString("note")).contains("mine");
    }
  }

  @Test
  void aMappedColumnThatIsDroppedFailsTheTaskByNameAndNothingIsLost() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_dropped", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.withDeadLetters(scenario.config(MAPPING)));
      send(scenario, 0, 100);
      scenario.awaitCount(100, LIMIT);
      scenario.session().execute("ALTER TABLE schema_dropped.t DROP price");
      send(scenario, 100, 200);
      assertThat(failure(scenario)).contains("price").contains("schema_dropped.t");
      scenario.session().execute("ALTER TABLE schema_dropped.t ADD price double");
      stack.connect().restartFailed(scenario.connector());
      scenario.awaitCount(200, LIMIT);
      assertThat(scenario.deadLetterCount()).isZero();
    }
  }

  @Test
  void aTableThatIsDroppedFailsTheTaskAndDoesNotFillTheDeadLetterQueue() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_gone", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.withDeadLetters(scenario.config(MAPPING)));
      send(scenario, 0, 10);
      scenario.awaitDrained(LIMIT);
      scenario.session().execute("DROP TABLE schema_gone.t");
      send(scenario, 10, 20);
      assertThat(failure(scenario)).contains("does not exist");
      scenario.createTable(COLUMNS);
      stack.connect().restartFailed(scenario.connector());
      scenario.awaitCount(10, LIMIT);
      assertThat(scenario.deadLetterCount()).isZero();
    }
  }

  @Test
  void aTableThatIsCreatedAgainWithOtherTypesTakesValuesOfThese() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_again", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.config(MAPPING));
      send(scenario, 0, 10);
      scenario.awaitCount(10, LIMIT);
      scenario.awaitDrained(LIMIT);
      stack.connect().stop(scenario.connector());
      stack
          .connect()
          .await(scenario.connector(), LIMIT, "stop", status -> status.tasks().isEmpty());
      scenario.session().execute("DROP TABLE schema_again.t");
      scenario.createTable("k text, id text, price decimal, PRIMARY KEY (k, id)");
      stack.connect().resume(scenario.connector());
      stack.connect().awaitRunning(scenario.connector(), LIMIT);
      send(scenario, 10, 20);
      scenario.awaitCount(10, LIMIT);
      assertThat(scenario.rows())
          .allMatch(
              row ->
                  row.getBigDecimal("price").doubleValue()
                      == Long.parseLong(row.getString("id")) / 4.0);
      assertThat(scenario.failures()).isZero();
    }
  }

  @Test
  void aRunningSinkNoticesThatATableWasCreatedAgainWithOtherTypes() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_anew", 1)) {
      scenario.createTable(COLUMNS);
      scenario.deploy(scenario.config(MAPPING));
      send(scenario, 0, 10);
      scenario.awaitCount(10, LIMIT);
      scenario.awaitDrained(LIMIT);
      scenario.session().execute("DROP TABLE schema_anew.t");
      scenario.createTable("k text, id text, price decimal, PRIMARY KEY (k, id)");
      scenario.awaitTableNoticed();
      send(scenario, 10, 20);
      scenario.awaitCount(10, LIMIT);
      assertThat(scenario.rows())
          .allMatch(
              row ->
                  row.getBigDecimal("price").doubleValue()
                      == Long.parseLong(row.getString("id")) / 4.0);
      assertThat(stack.connect().status(scenario.connector()).isRunning()).isTrue();
      assertThat(scenario.failures()).isZero();
    }
  }

  private String failure(SinkScenario scenario) {
    ConnectorStatus failed = stack.connect().awaitFailed(scenario.connector(), LIMIT);
    return failed.failure().orElseThrow();
  }

  /** With the schema in each value, as the JSON converter has it. */
  private static String struct(String fields, String payload) {
    return "{\"schema\":{\"type\":\"struct\",\"optional\":false,\"fields\":["
        + fields
        + "]},\"payload\":"
        + payload
        + "}";
  }

  private static String field(String name, String type, boolean optional) {
    return "{\"field\":\"%s\",\"type\":\"%s\",\"optional\":%s}".formatted(name, type, optional);
  }

  @Test
  void twoTasksCreateKeyspaceAndTableAtOnceAndColumnsFollowTheRecords() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_created", 2)) {
      scenario.session().execute("DROP KEYSPACE schema_created");
      String id = field("id", "int64", false);
      long now = System.currentTimeMillis();
      for (int i = 0; i < 20; i++) {
        // A tombstone comes first in either partition.
        scenario.send(i % 2, now + i, "k" + i, i < 2 ? null : struct(id, "{\"id\":" + i + "}"));
      }
      scenario.flush();
      Map<String, String> config =
          scenario.config(
              MAPPING,
              "TABLE.primaryKey",
              "k",
              "TABLE.tableOptions",
              "default_time_to_live = 864000",
              "value.converter.schemas.enable",
              "true",
              "autoCreate",
              "keyspace",
              "autoAlter",
              "true",
              "tasks.max",
              "2");
      scenario.deploy(config);
      scenario.awaitCount(18, LIMIT);

      String price = field("price", "double", false);
      scenario.send("k100", struct(id + "," + price, "{\"id\":100,\"price\":1.5}"));
      scenario.flush();
      scenario.awaitCount(19, LIMIT);
      String optional = field("price", "double", true);
      scenario.send("k101", struct(id + "," + optional, "{\"id\":101,\"price\":null}"));
      scenario.send("k102", struct(id + "," + optional, "{\"id\":102,\"price\":2.5}"));
      scenario.send("k103", struct(id, "{\"id\":103}"));
      scenario.flush();
      scenario.awaitCount(22, LIMIT);

      Map<Long, Double> prices = new HashMap<>();
      scenario
          .rows()
          .forEach(
              row ->
                  prices.put(row.getLong("id"), row.isNull("price") ? -1 : row.getDouble("price")));
      assertThat(prices)
          .containsEntry(100L, 1.5)
          .containsEntry(101L, -1.0)
          .containsEntry(102L, 2.5)
          .containsEntry(103L, -1.0)
          .containsEntry(19L, -1.0);
      assertThat(stack.connect().status(scenario.connector()).isRunning()).isTrue();
      assertThat(scenario.failures()).isZero();
      Row table =
          scenario
              .session()
              .execute(
                  "SELECT default_time_to_live FROM system_schema.tables WHERE keyspace_name ="
                      + " 'schema_created' AND table_name = 't'")
              .one();
      assertThat(table.getInt(0)).isEqualTo(864_000);
    }
  }

  @Test
  void aTableIsMadeOfTheFirstRowThatItTakesAndWhatDoesNotFitIsADeadLetter() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_first", 1)) {
      scenario.send("a", "{\"data\":[]}");
      scenario.send("a", "{\"data\":\"none\"}");
      scenario.send("a", "{\"data\":[{\"e\":\"quote\",\"id\":1,\"price\":\"none\"}]}");
      scenario.send("a", "{\"data\":[{\"e\":\"trade\",\"id\":2,\"price\":1.5}]}");
      scenario.send("a", "{\"data\":7}");
      scenario.flush();
      Map<String, String> config =
          scenario.config(
              "k=key, id=element.id, price=element.price, note=element.note",
              "TABLE.primaryKey",
              "k, id",
              "TABLE.filter",
              "element.e = 'trade'",
              "TABLE.explode",
              "value.data",
              "autoCreate",
              "table",
              "autoAlter",
              "true");
      scenario.deploy(scenario.withDeadLetters(config));
      scenario.awaitCount(1, LIMIT);
      assertThat(scenario.awaitDeadLetters(2))
          .extracting(record -> SinkScenario.header(record, "__connect.errors.exception.message"))
          .allMatch(reason -> reason.contains("table schema_first.t explode: "));
      assertThat(scenario.rows()).extracting(row -> row.getDouble("price")).containsExactly(1.5);
      assertThat(scenario.failures()).isZero();
    }
  }

  @Test
  void fieldsThatDifferOnlyInCaseHaveColumnsOfTheirOwn() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_case", 1)) {
      scenario.deploy(
          scenario.config(
              "k=key, price=value.price, \"Price\"=value.Price",
              "TABLE.primaryKey",
              "k, price DESC",
              "autoCreate",
              "table"));
      scenario.send("a", "{\"price\":1.5,\"Price\":2.5}");
      scenario.flush();
      scenario.awaitCount(1, LIMIT);
      Row row = scenario.session().execute("SELECT price, \"Price\" FROM schema_case.t").one();
      assertThat(List.of(row.getDouble(0), row.getDouble(1))).containsExactly(1.5, 2.5);
      Row clustering =
          scenario
              .session()
              .execute(
                  "SELECT clustering_order FROM system_schema.columns WHERE keyspace_name ="
                      + " 'schema_case' AND table_name = 't' AND column_name = 'price'")
              .one();
      assertThat(clustering.getString(0)).isEqualTo("desc");
      assertThat(stack.worker(1).logSinceStart())
          .contains("Columns of schema_case.t differ only in case")
          .contains("[price, Price]");
    }
  }

  @Test
  void staticColumnsAreWrittenWithAndWithoutARow() {
    try (SinkScenario scenario = new SinkScenario(stack, "schema_static", 1)) {
      scenario.createTable(
          "k text, id bigint, price double, name text static, PRIMARY KEY (k, id)");
      scenario
          .session()
          .execute(
              "CREATE TABLE schema_static.u (k text, id bigint, name text static, PRIMARY KEY (k, id))");
      Map<String, String> config =
          scenario.config("k=key, id=value.id, price=value.price, name=value.name");
      config.put("topic.schema_static.schema_static.u.mapping", "k=key, name=value.name");
      scenario.deploy(config);
      scenario.send("a", "{\"id\":1,\"price\":1.5,\"name\":\"first\"}");
      scenario.send("a", "{\"id\":2,\"price\":2.5,\"name\":\"second\"}");
      scenario.flush();
      scenario.awaitCount(2, LIMIT);
      scenario.awaitDrained(LIMIT);
      assertThat(scenario.rows()).extracting(row -> row.getString("name")).containsOnly("second");
      assertThat(scenario.session().execute("SELECT k, name FROM schema_static.u").all())
          .extracting(row -> row.getString("name"))
          .containsExactly("second");
    }
  }
}
