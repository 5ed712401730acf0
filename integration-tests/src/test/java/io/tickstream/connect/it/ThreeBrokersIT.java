package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.stack.LocalStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A stack of several brokers survives the loss of one. */
class ThreeBrokersIT {
  private static final long SECONDS = 60;

  @Test
  void withOneOfThreeBrokersKilledWritesAreStillAcknowledgedByAllThatAreInSync() throws Exception {
    try (LocalStack stack =
            LocalStack.builder()
                .brokers(3)
                .workers(0)
                .withoutRegistry()
                .withoutCassandra()
                .start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
      NewTopic topic = new NewTopic("replicated", Optional.of(1), Optional.empty());
      admin.createTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
      assertThat(partition(admin).replicas()).hasSize(3);

      stack.broker(partition(admin).leader().id()).kill();

      ProducerRecord<String, String> record = new ProducerRecord<>("replicated", "AAPL", "268.91");
      assertThat(producer.send(record).get(SECONDS, TimeUnit.SECONDS).offset()).isZero();
      assertThat(stack.servers().stream().filter(server -> server.isRunning())).hasSize(2);
    }
  }

  private static TopicPartitionInfo partition(Admin admin) throws Exception {
    return admin
        .describeTopics(List.of("replicated"))
        .allTopicNames()
        .get(SECONDS, TimeUnit.SECONDS)
        .get("replicated")
        .partitions()
        .get(0);
  }
}
