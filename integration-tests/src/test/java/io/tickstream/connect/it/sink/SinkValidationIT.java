package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import io.tickstream.connect.stack.rest.ConfigProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What validation finds when it may ask the cluster, each on the key at fault. Credentials are in
 * the test with passwords.
 */
class SinkValidationIT {
  private static final LocalStack STACK = SharedStack.get();
  private static final String NAME = "sink_validation";
  private static final String TABLE = "topic." + NAME + "." + NAME + ".t.";
  private static SinkScenario scenario;

  private final Map<String, String> config =
      new LinkedHashMap<>(
          scenario.config(
              "k=key, id=value.id, price=value.price", "validate.connectivity", "true"));

  @BeforeAll
  static void createTable() {
    scenario = new SinkScenario(STACK, NAME, 1);
    scenario.createTable("k text, id bigint, price double, PRIMARY KEY (k, id)");
    scenario.session().execute("CREATE TABLE " + NAME + ".counts (k text PRIMARY KEY, n counter)");
  }

  @AfterAll
  static void close() {
    scenario.closeWithoutConnector();
  }

  /** What validation says, by key. */
  private Map<String, String> problems() {
    List<ConfigProblem> problems = STACK.connect().validate(NAME, config);
    return problems.stream()
        .collect(Collectors.toMap(ConfigProblem::option, ConfigProblem::message));
  }

  private void mapping(String mapping) {
    config.put(TABLE + "mapping", mapping);
  }

  @Test
  void whatCanWorkHasNoErrors() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void aHostThatDoesNotAnswerIsTold() {
    config.put("port", "1");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey("contactPoints")
        .asString()
        .contains("reached");
  }

  @Test
  void aDataCentreThatDoesNotExistIsToldWithThoseThatDo() {
    config.put("loadBalancing.localDc", "elsewhere");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey("loadBalancing.localDc")
        .asString()
        .contains(STACK.localDatacenter());
  }

  @Test
  void aKeyspaceThatDoesNotExistIsTold() {
    config.remove(TABLE + "mapping");
    String key = "topic." + NAME + ".nowhere.t.mapping";
    config.put(key, "k=key, id=value.id");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(key)
        .asString()
        .contains("keyspace nowhere does not exist");
  }

  @Test
  void aTableThatDoesNotExistIsToldWithTheOneThatDoes() {
    config.remove(TABLE + "mapping");
    String key = "topic." + NAME + "." + NAME + ".T.mapping";
    config.put(key, "k=key, id=value.id");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(key)
        .asString()
        .contains("\"T\" does not exist", "there is t: names here are case-sensitive");
  }

  @Test
  void aColumnThatDoesNotExistIsToldWithThoseThatDo() {
    mapping("k=key, id=value.id, prize=value.price");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(TABLE + "mapping")
        .asString()
        .contains("has no column prize; it has k, id, price");
  }

  @Test
  void aPrimaryKeyThatIsNotCoveredIsTold() {
    mapping("k=key, price=value.price");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(TABLE + "mapping")
        .asString()
        .contains("primary key", "nothing is mapped to id");
  }

  @Test
  void aTypeThatNeverFitsIsTold() {
    mapping("k=key, id=now(), price='high'");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(TABLE + "mapping")
        .asString()
        .contains("column id", "is bigint, and now() never fits")
        .contains("column price", "is double, and a literal never fits");
  }

  @Test
  void whatACounterCannotHaveIsTold() {
    config.remove(TABLE + "mapping");
    String table = "topic." + NAME + "." + NAME + ".counts.";
    config.put(table + "mapping", "k=key, n=value.n");
    config.put(table + "ttl", "60");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(table + "mapping")
        .asString()
        .contains("counters, which cannot have a ttl");
  }

  @Test
  void aQueryThatCassandraRefusesIsTold() {
    config.put(TABLE + "deletesEnabled", "false");
    config.put(
        TABLE + "query", "INSERT INTO " + NAME + ".t (k, id, prize) VALUES (:k, :id, :price)");
    assertThat(problems()).hasSize(1).extractingByKey(TABLE + "query").asString().contains("prize");
  }

  @Test
  void aBindMarkerThatNothingIsMappedToIsTold() {
    mapping("k=key, id=value.id");
    config.put(TABLE + "deletesEnabled", "false");
    config.put(
        TABLE + "query", "INSERT INTO " + NAME + ".t (k, id, price) VALUES (:k, :id, :price)");
    assertThat(problems())
        .hasSize(1)
        .extractingByKey(TABLE + "query")
        .asString()
        .contains("nothing is mapped to price; the mapping fills k, id");
  }

  @Test
  void allTablesAreLookedAt() {
    mapping("k=key, id=value.id, prize=value.price");
    String other = "topic." + NAME + "." + NAME + ".counts.mapping";
    config.put(other, "n=value.n");
    assertThat(problems().keySet()).containsExactlyInAnyOrder(TABLE + "mapping", other);
  }
}
