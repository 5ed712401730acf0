package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Each server of the stack does its work. */
class LocalStackIT {
  private static final Schema TICK =
      SchemaBuilder.record("Tick")
          .fields()
          .requiredString("symbol")
          .requiredDouble("price")
          .endRecord();

  private final LocalStack stack = SharedStack.get();

  @Test
  void avroRecordsAreReadBackThroughTheRegistry() throws Exception {
    GenericRecord tick =
        new GenericRecordBuilder(TICK).set("symbol", "AAPL").set("price", 170.5).build();
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "schema.registry.url",
            stack.registryUrl().toString(),
            "group.id",
            "local-stack-it",
            "auto.offset.reset",
            "earliest");
    try (KafkaProducer<String, Object> producer =
        new KafkaProducer<>(client, new StringSerializer(), serializer(client))) {
      producer.send(new ProducerRecord<>("local-stack-it", "AAPL", tick)).get();
    }
    List<Object> read = new ArrayList<>();
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), deserializer(client))) {
      consumer.subscribe(List.of("local-stack-it"));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
                return !read.isEmpty();
              });
    }
    assertThat(read).containsExactly(tick);
    assertThat(get("/subjects")).contains("\"local-stack-it-value\"");
    assertThat(get("/config")).contains("BACKWARD");
  }

  @Test
  void manyTasksMayRegisterTheSameSchemaAtOnce() {
    String schema = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";
    HttpClient client = HttpClient.newHttpClient();
    for (int subject = 0; subject < 20; subject++) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(stack.registryUrl() + "/subjects/at-once-" + subject + "/versions"))
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .POST(HttpRequest.BodyPublishers.ofString(schema))
              .build();
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
      }
      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }
  }

  @Test
  void cassandraStoresRows() {
    try (CqlSession session = stack.openSession()) {
      session.execute(
          "CREATE KEYSPACE local_stack_it WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
      session.execute("CREATE TABLE local_stack_it.ticks (symbol text PRIMARY KEY, price double)");
      session.execute("INSERT INTO local_stack_it.ticks (symbol, price) VALUES ('AAPL', 170.5)");
      assertThat(session.execute("SELECT price FROM local_stack_it.ticks").one().getDouble(0))
          .isEqualTo(170.5);
    }
  }

  @Test
  void theWorkerFindsTheAvroConverter() {
    assertThat(stack.connect().plugins(false)).contains("io.confluent.connect.avro.AvroConverter");
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(stack.registryUrl() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static KafkaAvroSerializer serializer(Map<String, Object> config) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(config, false);
    return serializer;
  }

  private static KafkaAvroDeserializer deserializer(Map<String, Object> config) {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(config, false);
    return deserializer;
  }
}
