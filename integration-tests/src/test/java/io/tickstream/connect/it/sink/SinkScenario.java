package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * One connector from one topic to one keyspace, all of the scenario's name. Values are JSON without
 * schema, keys are strings.
 */
final class SinkScenario implements AutoCloseable {
  private final LocalStack stack;
  private final String name;
  private final KafkaProducer<String, String> producer;
  private final Admin admin;
  private CqlSession session;

  SinkScenario(LocalStack stack, String name, int partitions) {
    this(stack, name, partitions, stack.openSession());
  }

  /**
   * @param session for where one needs more than an address; closed with the scenario
   */
  SinkScenario(LocalStack stack, String name, int partitions, CqlSession session) {
    this.stack = stack;
    this.name = name;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers(), "linger.ms", 5),
            new StringSerializer(),
            new StringSerializer());
    admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    createTopic(name, partitions);
    createTopic(deadLetters(), 1);
    this.session = session;
    session.execute(
        "CREATE KEYSPACE IF NOT EXISTS "
            + name
            + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
  }

  private void createTopic(String topic, int partitions) {
    try {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  String deadLetters() {
    return name + "-dlq";
  }

  CqlSession session() {
    return session;
  }

  /** After Cassandra was restarted. */
  void reopenSession() {
    session.forceCloseAsync();
    session = await().ignoreExceptions().until(stack::openSession, open -> open != null);
  }

  /** {@code TABLE} stands for the qualified name. */
  void createTable(String columns) {
    session.execute("CREATE TABLE " + name + ".t (" + columns + ")");
  }

  /**
   * Adds a column {@code last} to the table and waits until all sessions know. Whoever is told a
   * second late, as the scenario's is, has been told after the sink.
   */
  void awaitTableNoticed() {
    try (CqlSession late = stack.openSession()) {
      late.execute("ALTER TABLE " + name + ".t ADD last text");
    }
    await()
        .until(
            () ->
                session
                    .getMetadata()
                    .getKeyspace(name)
                    .flatMap(keyspace -> keyspace.getTable("t"))
                    .flatMap(table -> table.getColumn("last"))
                    .isPresent());
  }

  /** The configuration, with what is given added or replaced. */
  Map<String, String> config(String mapping, String... settings) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("connector.class", "io.tickstream.connect.cassandra.CassandraSinkConnector");
    config.put("topics", name);
    config.put("contactPoints", stack.cassandraAddress().getHostString());
    config.put("port", String.valueOf(stack.cassandraAddress().getPort()));
    config.put("loadBalancing.localDc", stack.localDatacenter());
    config.put("topic." + name + "." + name + ".t.mapping", mapping);
    config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    config.put("value.converter.schemas.enable", "false");
    for (int i = 0; i < settings.length; i += 2) {
      config.put(
          settings[i].replace("TABLE", "topic." + name + "." + name + ".t"), settings[i + 1]);
    }
    return config;
  }

  Map<String, String> withDeadLetters(Map<String, String> config) {
    config.put("errors.tolerance", "all");
    config.put("errors.deadletterqueue.topic.name", deadLetters());
    config.put("errors.deadletterqueue.topic.replication.factor", "1");
    config.put("errors.deadletterqueue.context.headers.enable", "true");
    return config;
  }

  /** Without waiting: the task may be about to fail. */
  void put(Map<String, String> config) {
    stack.connect().putConfig(name, config);
  }

  void deploy(Map<String, String> config) {
    put(config);
    stack.connect().awaitRunning(name, Duration.ofSeconds(60));
  }

  /** Forgets the committed offsets, so that everything is delivered once more. */
  void readAgainFromTheBeginning() {
    stack.connect().stop(name);
    stack.connect().await(name, Duration.ofSeconds(60), "stop", status -> status.tasks().isEmpty());
    stack.connect().resetOffsets(name);
    stack.connect().resume(name);
    stack.connect().awaitRunning(name, Duration.ofSeconds(60));
  }

  String connector() {
    return name;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A lost record fails the test's count.
  void send(String key, String value) {
    producer.send(new ProducerRecord<>(name, key, value));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A lost record fails the test's count.
  void send(int partition, long timestamp, String key, String value) {
    producer.send(new ProducerRecord<>(name, partition, timestamp, key, value));
  }

  void flush() {
    producer.flush();
  }

  long count() {
    Row row = session.execute("SELECT count(*) FROM " + name + ".t").one();
    return row == null ? -1 : row.getLong(0);
  }

  List<Row> rows() {
    return session.execute("SELECT * FROM " + name + ".t").all();
  }

  void awaitCount(long count, Duration limit) {
    await(limit).ignoreExceptions().until(this::count, found -> found >= count);
  }

  static ConditionFactory await() {
    return await(Duration.ofSeconds(60));
  }

  static ConditionFactory await(Duration limit) {
    return Awaitility.await().atMost(limit).pollInterval(Duration.ofMillis(200));
  }

  /** Cassandra has been asked to prepare full batches of the table as one statement. */
  void assertBatchesPrepared() {
    String start = "BEGIN UNLOGGED BATCH INSERT INTO " + name + ".t(";
    assertThat(session.execute("SELECT query_string FROM system.prepared_statements"))
        .extracting((Row row) -> row.getString("query_string"))
        .anyMatch(query -> query.startsWith(start));
  }

  /** Waits until everything that is in the topic now has been committed. */
  void awaitDrained(Duration limit) {
    Map<Integer, Long> ends = ends(name);
    await(limit).until(() -> committedOffsets().equals(ends));
  }

  long deadLetterCount() {
    return ends(deadLetters()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Where each partition that has anything ends. */
  private Map<Integer, Long> ends(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      Map<Integer, Long> ends = new HashMap<>();
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) -> {
                if (end > 0) {
                  ends.put(partition.partition(), end);
                }
              });
      return ends;
    }
  }

  /** How often a task of the connector has failed. */
  long failures() {
    return stack
        .worker(1)
        .log()
        .lines()
        .filter(line -> line.contains("id=" + name + "-") && line.contains("Task threw"))
        .count();
  }

  /** The dead letters, once there are as many. */
  List<ConsumerRecord<String, byte[]>> awaitDeadLetters(int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      TopicPartition partition = new TopicPartition(deadLetters(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.size() >= count;
              });
    }
    return found;
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Offset that the connector's group has committed for a partition; -1 for none. */
  Supplier<Long> committed(int partition) {
    return () -> committedOffsets().getOrDefault(partition, -1L);
  }

  /** By partition. */
  Map<Integer, Long> committedOffsets() {
    try {
      Map<Integer, Long> committed = new HashMap<>();
      admin
          .listConsumerGroupOffsets("connect-" + name)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> committed.put(partition.partition(), offset.offset()));
      return committed;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", stack.bootstrapServers()),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    stack.connect().delete(name);
    closeWithoutConnector();
  }

  /** For where none was deployed. */
  void closeWithoutConnector() {
    producer.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
    session.forceCloseAsync();
  }
}
