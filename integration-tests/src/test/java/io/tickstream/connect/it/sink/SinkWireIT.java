package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the sink looks from Cassandra, from the broker and from its worker. */
class SinkWireIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MAPPING = "k=key, n=value.n";

  private final LocalStack stack = SharedStack.get();

  @ParameterizedTest
  @CsvSource({"LZ4, 5", "Snappy, 4", "None, 5"})
  void requestsAreCompressedAsConfigured(String compression, int protocol) {
    String name = "wire_" + compression.toLowerCase(Locale.ROOT);
    try (SinkScenario scenario = new SinkScenario(stack, name, 1)) {
      scenario.createTable("k text PRIMARY KEY, n text");
      scenario.deploy(scenario.config(MAPPING, "compression", compression));
      String text = "all the same ".repeat(200);
      for (int i = 0; i < 200; i++) {
        scenario.send("k" + i, "{\"n\":\"" + text + i + "\"}");
      }
      scenario.flush();
      scenario.awaitCount(200, LIMIT);
      assertThat(scenario.rows()).allMatch(row -> row.getString("n").startsWith(text));
      Set<String> seen = new HashSet<>();
      for (Row row :
          scenario
              .session()
              .execute("SELECT protocol_version, client_options FROM system_views.clients")) {
        Map<String, String> options = row.getMap("client_options", String.class, String.class);
        if ("tickstream-cassandra-sink".equals(options.get("APPLICATION_NAME"))) {
          seen.add(
              options.getOrDefault("COMPRESSION", "none").toLowerCase(Locale.ROOT)
                  + " "
                  + row.getInt("protocol_version"));
        }
      }
      assertThat(seen).contains(compression.toLowerCase(Locale.ROOT) + " " + protocol);
    }
  }

  @Test
  void offsetsGoOverMarkersAndAbortedTransactions() {
    try (SinkScenario scenario = new SinkScenario(stack, "wire_transactions", 1);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    stack.bootstrapServers(),
                    "transactional.id",
                    "wire_transactions"),
                new StringSerializer(),
                new StringSerializer())) {
      scenario.createTable("k text PRIMARY KEY, n bigint");
      producer.initTransactions();
      for (int i = 0; i < 10; i++) {
        producer.beginTransaction();
        for (int j = 0; j < 10; j++) {
          send(producer, "k" + i + "." + j, "{\"n\":" + i + "}");
        }
        if (i % 2 == 0) {
          producer.commitTransaction();
        } else {
          producer.flush();
          producer.abortTransaction();
        }
      }
      scenario.deploy(scenario.config(MAPPING));
      // Each transaction takes eleven offsets, its marker's included. The last one is aborted, and
      // Kafka Connect itself counts up to the last record that it hands over.
      SinkScenario.await().until(() -> scenario.committed(0).get() == 8 * 11 + 10);
      assertThat(scenario.rows()).hasSize(50).allMatch(row -> row.getLong("n") % 2 == 0);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The end of the transaction tells.
  private static void send(KafkaProducer<String, String> producer, String key, String value) {
    producer.send(new ProducerRecord<>("wire_transactions", key, value));
  }

  @Test
  void mbeansTellWhatTheTaskHasDone() throws Exception {
    try (SinkScenario scenario = new SinkScenario(stack, "wire_beans", 1);
        WorkerBeans beans = new WorkerBeans(stack.worker(1))) {
      scenario.createTable("k text PRIMARY KEY, n bigint");
      scenario.deploy(scenario.withDeadLetters(scenario.config(MAPPING)));
      for (int i = 0; i < 100; i++) {
        scenario.send("k" + i, "{\"n\":" + i + "}");
      }
      scenario.send("bad", "{\"n\":\"bad\"}");
      scenario.flush();
      scenario.awaitCount(100, LIMIT);
      scenario.awaitDeadLetters(1);
      assertThat(beans.reading("wire_beans", 0, "records")).isEqualTo(101);
      assertThat(beans.reading("wire_beans", 0, "rows")).isEqualTo(100);
      assertThat(beans.reading("wire_beans", 0, "batches")).isBetween(1L, 100L);
      assertThat(beans.reading("wire_beans", 0, "dead-letters")).isEqualTo(1);
      assertThat(beans.reading("wire_beans", 0, "retries")).isZero();
      assertThat(beans.reading("wire_beans", 0, "in-flight-limit")).isPositive();
      assertThat(beans.reading("wire_beans", 0, "latency-p99-us"))
          .isGreaterThanOrEqualTo(beans.reading("wire_beans", 0, "latency-p50-us"));
      assertThat(beans.tableReading("wire_beans", 0, "wire_beans.t", "rows")).isEqualTo(100);
    }
  }
}
