package io.tickstream.connect.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/** Fills a topic with rows, once, before the first contestant starts. */
public final class Preload {

  private final String bootstrap;

  /** Into the cluster at this address. */
  public Preload(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * Writes all rows; returns when the broker has acknowledged the last one.
   *
   * @param value makes the record's value from the row's index
   * @param converter the one the sink's worker will read with
   * @param stringKey whether the key is the symbol; otherwise there is none
   */
  public void fill(
      String topic,
      int partitions,
      Rows rows,
      LongFunction<SchemaAndValue> value,
      Converter converter,
      boolean stringKey) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "none"));
    byte[][] keys = new byte[rows.symbols()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Rows.name(i).getBytes(StandardCharsets.UTF_8);
    }
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long row = 0; row < rows.count(); row++) {
        SchemaAndValue converted = value.apply(row);
        byte[] bytes = converter.fromConnectData(topic, converted.schema(), converted.value());
        int symbol = rows.symbol(row);
        Future<RecordMetadata> unused =
            producer.send(
                new ProducerRecord<>(
                    topic,
                    symbol % partitions,
                    rows.ts(row),
                    stringKey ? keys[symbol] : null,
                    bytes),
                (metadata, exception) -> {
                  if (exception != null) {
                    failure.compareAndSet(null, exception);
                  }
                });
      }
      producer.flush();
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("could not fill topic " + topic, failed);
    }
  }
}
