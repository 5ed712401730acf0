package io.tickstream.connect.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TradingDashboardScenarioIT {

  private static final String TOPIC = "ttf_data.avro.python";
  private static final String TICKER = "%TFM 1!-ICN";
  private static final int CHART_POINTS = 20;

  /** As it ran on the DataStax sink. */
  private static final String DATASTAX_CONFIGURATION =
      """
      {
        "name": "cassandra-sink-connector",
        "connector.class": "com.datastax.oss.kafka.sink.CassandraSinkConnector",
        "tasks.max": "1",
        "topics": "ttf_data.avro.python",
        "contactPoints": "cassandra",
        "port": 9042,
        "loadBalancing.localDc": "datacenter1",
        "keyspace": "realtime_data",
        "topic.ttf_data.avro.python.realtime_data.market_data.mapping": "timestamp=value.timestamp, ticker=value.ticker, open=value.open, high=value.high, low=value.low, close=value.close",
        "topic.ttf_data.avro.python.realtime_data.market_data.consistencyLevel": "LOCAL_QUORUM",
        "schema.registry.url": "http://localhost:8081",
        "key.converter": "org.apache.kafka.connect.storage.StringConverter",
        "key.converter.schemas.enable": "false",
        "value.converter": "io.confluent.connect.avro.AvroConverter",
        "value.converter.schema.registry.url": "http://schema-registry:8081"
      }
      """;

  private static final List<String> CLASS_AND_HOSTS =
      List.of(
          "connector.class",
          "contactPoints",
          "port",
          "loadBalancing.localDc",
          "schema.registry.url",
          "value.converter.schema.registry.url");

  private static DeployedScenario scenario;

  @BeforeAll
  static void start() {
    scenario = DeployedScenario.start("trading-dashboard");
  }

  @AfterAll
  static void stop() {
    scenario.close();
  }

  @Test
  void theSinkConfigurationIsTheOldOneButForClassAndHosts() throws Exception {
    Map<String, String> old =
        new TreeMap<>(
            new ObjectMapper()
                .readValue(DATASTAX_CONFIGURATION, new TypeReference<Map<String, String>>() {}));
    Map<String, String> ours =
        new TreeMap<>(
            ConnectorFile.read(scenario.file("connectors/cassandra-sink-connector.json")).config());

    assertThat(ours.keySet()).isEqualTo(old.keySet());
    CLASS_AND_HOSTS.forEach(key -> assertThat(ours.remove(key)).isNotEqualTo(old.remove(key)));
    assertThat(ours).isEqualTo(old);
  }

  @Test
  void everyTickerGetsRowsWhoseLowAndHighEncloseOpenAndClose() {
    List<String> tickers =
        List.of(scenario.connect().config("financial-data").get("symbols").split(","));

    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .untilAsserted(
            () ->
                assertThat(
                        scenario
                            .session()
                            .execute("SELECT DISTINCT ticker FROM realtime_data.market_data")
                            .map(row -> row.getString(0))
                            .all())
                    .containsExactlyInAnyOrderElementsOf(tickers));
    assertThat(scenario.session().execute("SELECT * FROM realtime_data.market_data").all())
        .allSatisfy(
            row -> {
              assertThat(row.getDouble("low"))
                  .isLessThanOrEqualTo(Math.min(row.getDouble("open"), row.getDouble("close")));
              assertThat(row.getDouble("high"))
                  .isGreaterThanOrEqualTo(Math.max(row.getDouble("open"), row.getDouble("close")));
              assertThat(row.getString("timestamp"))
                  .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            });
  }

  @Test
  void theChartsQueryReturnsTheLastTwentyClosesOfATicker() {
    Awaitility.await().atMost(DeployedScenario.LIMIT).until(() -> closes().size() == CHART_POINTS);

    assertThat(closes())
        .extracting(row -> row.getString("timestamp"))
        .isSortedAccordingTo((a, b) -> b.compareTo(a))
        .doesNotHaveDuplicates();
  }

  @Test
  void theTopicHasTheOldAvroSchema() {
    scenario.topic(TOPIC).awaitRecords(1);
    Schema schema = registered();

    assertThat(schema.getFullName())
        .isEqualTo("com.thecodinginterface.avrodomainevents.FinancialData");
    assertThat(schema.getFields())
        .extracting(field -> field.name() + " " + field.schema().getType().getName())
        .containsExactly(
            "timestamp string",
            "ticker string",
            "open double",
            "high double",
            "low double",
            "close double");
  }

  @Test
  void aRecordsBytesAreAZeroTheSchemasIdAndTheFields() throws Exception {
    ConsumerRecord<String, byte[]> record = scenario.topic(TOPIC).awaitRecords(1).get(0);
    ByteBuffer bytes = ByteBuffer.wrap(record.value());
    JsonNode version =
        new Registry(scenario.stack()).get("/subjects/" + TOPIC + "-value/versions/1").body();

    assertThat(bytes.get()).isZero();
    assertThat(bytes.getInt()).isEqualTo(version.get("id").asInt());
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(record.value(), bytes.position(), bytes.remaining(), null);
    GenericRecord decoded = new GenericDatumReader<GenericRecord>(registered()).read(null, decoder);
    assertThat(decoded.get("ticker")).hasToString(record.key());
    assertThat(decoder.isEnd()).isTrue();
  }

  private static List<Row> closes() {
    return scenario
        .session()
        .execute(
            "SELECT timestamp, close FROM realtime_data.market_data WHERE ticker = ?"
                + " ORDER BY timestamp DESC LIMIT 20",
            TICKER)
        .all();
  }

  private static Schema registered() {
    return new Schema.Parser()
        .parse(
            new Registry(scenario.stack())
                .get("/subjects/" + TOPIC + "-value/versions/1")
                .body()
                .get("schema")
                .asText());
  }
}
