package io.tickstream.connect.benchmarks.raw;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The physical limit of a source: the producer alone, with its defaults and {@code acks=all}. */
public final class RawProducer {

  private RawProducer() {}

  /** Arguments: bootstrap servers, topic, bytes per value. */
  public static void main(String[] args) throws Exception {
    byte[] value = new byte[Integer.parseInt(args[2])];
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                args[0],
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      Baton.serve(records -> sendAll(producer, args[1], records, value));
    }
  }

  private static void sendAll(
      KafkaProducer<byte[], byte[]> producer, String topic, long records, byte[] value) {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    for (long i = 0; i < records; i++) {
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(topic, value),
              (metadata, exception) -> {
                if (exception != null) {
                  failure.compareAndSet(null, exception);
                }
              });
    }
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a send failed", failed);
    }
  }
}
