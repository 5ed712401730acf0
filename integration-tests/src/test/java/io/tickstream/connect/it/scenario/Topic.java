package io.tickstream.connect.it.scenario;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.tickstream.connect.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** A topic as an ordinary application sees it. */
public record Topic(LocalStack stack, String name) {

  /** Everything that is in it now; empty when there is no such topic. */
  public List<ConsumerRecord<String, byte[]>> records() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", stack.bootstrapServers(),
            "isolation.level", "read_committed",
            "allow.auto.create.topics", "false");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<PartitionInfo> partitions = consumer.listTopics().getOrDefault(name, List.of());
      List<TopicPartition> assigned =
          partitions.stream().map(each -> new TopicPartition(name, each.partition())).toList();
      consumer.assign(assigned);
      consumer.seekToBeginning(assigned);
      Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (assigned.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Waits until it holds at least this many. */
  List<ConsumerRecord<String, byte[]>> awaitRecords(int count) {
    return Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .until(this::records, records -> records.size() >= count);
  }

  void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends Avro; {@code settings} are the serializer's, beyond the registry's address. */
  void sendAvro(Object value, Map<String, Object> settings) {
    Map<String, Object> config = new TreeMap<>(settings);
    config.put("schema.registry.url", stack.registryUrl().toString());
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      serializer.configure(config, false);
      send(serializer.serialize(name, value));
    }
  }

  private void send(byte[] value) {
    Map<String, Object> config = Map.of("bootstrap.servers", stack.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(name, value)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  /**
   * Where a record of a dead letter topic came from; one that was delivered twice is there twice.
   */
  static String origin(ConsumerRecord<String, byte[]> record) {
    return header(record, "__connect.errors.topic")
        + "-"
        + header(record, "__connect.errors.partition")
        + "@"
        + header(record, "__connect.errors.offset");
  }

  /** Why Connect put a record into a dead letter topic. */
  public static String reason(ConsumerRecord<String, byte[]> record) {
    return header(record, "__connect.errors.exception.message");
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
