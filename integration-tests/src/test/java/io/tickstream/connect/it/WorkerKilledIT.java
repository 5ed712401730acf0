package io.tickstream.connect.it;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.tickstream.connect.it.scenario.Topic;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the worker was doing when it was killed, every trade is in the table at the end. */
class WorkerKilledIT {
  private static final int SYMBOLS = 12;
  private static final int KILLS = 2;
  private static final long ROWS_BETWEEN_KILLS = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private LocalStack stack;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    stack = KilledWorkers.soonBack(LocalStack.builder()).start();
    sandbox = new Sandbox(stack, "killed").withTables();
  }

  @AfterEach
  void close() {
    sandbox.close();
    stack.close();
  }

  /** The simulator goes on until after the last kill, so that each comes in the middle of it. */
  @Test
  void aWorkerKilledInMidRunLosesNoRow() {
    String source = sandbox.deploy("simulator-trades", Map.of("sim.rate", "600"));
    sandbox.deploy("cassandra-trades", Map.of());
    ServerProcess worker = stack.worker(1);

    for (int kill = 0; kill < KILLS; kill++) {
      awaitMoreRows();
      worker.kill();
      worker.start(LIMIT);
    }
    awaitMoreRows();
    sandbox.connect().stop(source);

    await().atMost(LIMIT).untilAsserted(this::assertThatEveryTradeIsARow);
  }

  private void assertThatEveryTradeIsARow() {
    Map<String, NavigableSet<Long>> trades = trades();
    assertThat(trades).hasSize(SYMBOLS);
    assertThat(trades).allSatisfy((symbol, ids) -> assertThat(ids).isEqualTo(upTo(ids.last())));
    assertThat(sandbox.count("market.trades"))
        .isEqualTo(trades.values().stream().mapToLong(NavigableSet::size).sum());
  }

  private void awaitMoreRows() {
    long rows = sandbox.count("market.trades");
    await().atMost(LIMIT).until(() -> sandbox.count("market.trades") >= rows + ROWS_BETWEEN_KILLS);
  }

  /** The ids of each symbol's trades that are in the topic. */
  private Map<String, NavigableSet<Long>> trades() {
    Topic topic = new Topic(stack, sandbox.renamed("market.trades"));
    List<ConsumerRecord<String, byte[]>> records = topic.records();
    try (KafkaAvroDeserializer avro = new KafkaAvroDeserializer()) {
      avro.configure(Map.of("schema.registry.url", stack.registryUrl().toString()), false);
      return records.stream()
          .collect(
              groupingBy(
                  ConsumerRecord::key,
                  mapping(record -> id(avro, record), toCollection(TreeSet::new))));
    }
  }

  private static long id(KafkaAvroDeserializer avro, ConsumerRecord<String, byte[]> record) {
    GenericRecord trade = (GenericRecord) avro.deserialize(record.topic(), record.value());
    return Long.parseLong(trade.get("trade_id").toString());
  }

  private static NavigableSet<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().collect(toCollection(TreeSet::new));
  }
}
