package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.tickstream.connect.cassandra.DropIns;
import io.tickstream.connect.stack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configurations of the DataStax sink run on a real worker and a real Cassandra, unchanged but for
 * the class and the addresses, and give the rows that they are known for.
 */
class DropInIT {
  /** Numbers of rows and of expectations are compared by value, 179 with 179.0. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Its own: the configurations keep the names of topics and keyspaces that scenarios have too. */
  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.builder().start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @ParameterizedTest
  @MethodSource("io.tickstream.connect.cassandra.DropIns#names")
  void theRowsArrive(String name) throws Exception {
    JsonNode scenario = scenario(name);
    String connector = "drop-in-" + name;
    try (CqlSession session = stack.openSession()) {
      scenario.get("cql").forEach(statement -> session.execute(statement.textValue()));
      produce(scenario.get("records"));
      stack.connect().putConfig(connector, config(scenario));
      stack.connect().awaitRunning(connector, Duration.ofSeconds(60));
      for (Map.Entry<String, JsonNode> expected : scenario.get("expect").properties()) {
        Awaitility.await(name)
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(200))
            .untilAsserted(
                () ->
                    assertThat(rows(session, expected.getKey()))
                        .containsExactlyInAnyOrderElementsOf(all(expected.getValue())));
      }
      assertThat(stack.connect().status(connector).isRunning()).isTrue();
    } finally {
      stack.connect().delete(connector);
    }
  }

  private static JsonNode scenario(String name) throws IOException {
    try (InputStream file = DropIns.class.getResourceAsStream(DropIns.path(name))) {
      return JSON.readTree(Objects.requireNonNull(file, name));
    }
  }

  private Map<String, String> config(JsonNode scenario) {
    Map<String, String> config = new LinkedHashMap<>();
    scenario
        .get("config")
        .properties()
        .forEach(entry -> config.put(entry.getKey(), here(entry.getValue().textValue())));
    config.put("connector.class", "io.tickstream.connect.cassandra.CassandraSinkConnector");
    return config;
  }

  private String here(String value) {
    return value
        .replace("${host}", stack.cassandraAddress().getHostString())
        .replace("${port}", Integer.toString(stack.cassandraAddress().getPort()))
        .replace("${dc}", stack.localDatacenter())
        .replace("${registry}", stack.registryUrl().toString());
  }

  private void produce(JsonNode records) throws Exception {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "schema.registry.url",
            stack.registryUrl().toString());
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaAvroSerializer avro = new KafkaAvroSerializer()) {
      avro.configure(client, false);
      for (JsonNode each : records) {
        String topic = each.get("topic").textValue();
        byte[] value = each.has("avro") ? avro(avro, topic, each) : bytes(each.get("value"));
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(topic, bytes(each.get("key")), value);
        each.path("headers")
            .properties()
            .forEach(header -> record.headers().add(header.getKey(), bytes(header.getValue())));
        producer.send(record).get();
      }
    }
  }

  private static byte[] avro(Serializer<Object> serializer, String topic, JsonNode record) {
    Schema schema = new Schema.Parser().parse(record.get("avro").toString());
    GenericRecord value = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      JsonNode given = record.get("value").get(field.name());
      value.put(field.name(), given.isTextual() ? given.textValue() : given.doubleValue());
    }
    return serializer.serialize(topic, value);
  }

  /** Text as it is, anything else as JSON, null as none. */
  private static byte[] bytes(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Object> rows(CqlSession session, String query) throws IOException {
    List<Object> rows = new ArrayList<>();
    for (var row : session.execute(query)) {
      rows.add(plain(JSON.readTree(row.getString(0))));
    }
    return rows;
  }

  private static List<Object> all(Iterable<JsonNode> nodes) {
    List<Object> values = new ArrayList<>();
    nodes.forEach(node -> values.add(plain(node)));
    return values;
  }

  /** Maps, lists and scalars, in which equal numbers are equal. */
  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
      return fields;
    }
    if (node.isArray()) {
      return all(node);
    }
    if (node.isNumber()) {
      return node.decimalValue().stripTrailingZeros();
    }
    return node.isNull() ? "null" : node.asText();
  }
}
