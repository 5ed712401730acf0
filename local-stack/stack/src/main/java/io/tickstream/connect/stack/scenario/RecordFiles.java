package io.tickstream.connect.stack.scenario;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.tickstream.connect.stack.deploy.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends what lies in files, as an ordinary producer would: each line of {@code TOPIC.txt}, and of
 * {@code TOPIC.jsonl} without a {@code TOPIC.avsc}, as it is; each line of {@code TOPIC.jsonl} with
 * one as Avro of that schema, through the registry. Records have no key.
 */
public final class RecordFiles {
  private static final int PARTITIONS = 3;
  private static final List<String> SUFFIXES = List.of(".jsonl", ".txt");

  private final Path folder;
  private final Map<String, Object> client;

  public RecordFiles(Path folder, String bootstrapServers, URI registry) {
    this.folder = folder;
    this.client =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "schema.registry.url",
            registry.toString(),
            "acks",
            "all");
  }

  /** Sends the records of all files and returns their number once all are acknowledged. */
  public int send() {
    int sent = 0;
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String topic = name.substring(0, name.lastIndexOf('.'));
      createTopic(topic);
      Path schema = folder.resolve(topic + ".avsc");
      sent +=
          name.endsWith(".jsonl") && Files.exists(schema)
              ? sendAvro(topic, file, schema)
              : sendText(topic, file);
    }
    return sent;
  }

  private int sendText(String topic, Path file) {
    return send(topic, new StringSerializer(), lines(file));
  }

  private int sendAvro(String topic, Path file, Path schemaFile) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(client, false);
    List<Object> records = new ArrayList<>();
    try {
      Schema schema = new Schema.Parser().parse(Files.readString(schemaFile));
      GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(schema);
      for (String line : lines(file)) {
        records.add(reader.read(null, DecoderFactory.get().jsonDecoder(schema, line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s does not fit %s".formatted(file, schemaFile), e);
    }
    return send(topic, serializer, records);
  }

  private <T> int send(String topic, Serializer<T> serializer, List<? extends T> values) {
    List<Future<?>> acknowledgements = new ArrayList<>();
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(client, new StringSerializer(), serializer)) {
      values.forEach(
          value -> acknowledgements.add(producer.send(new ProducerRecord<>(topic, value))));
      producer.flush();
    }
    acknowledgements.forEach(each -> await(topic, each));
    return values.size();
  }

  private void createTopic(String topic) {
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new DeploymentException("topic %s could not be created".formatted(topic), e);
      }
    } catch (InterruptedException e) {
      throw interrupted(topic, e);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> SUFFIXES.stream().anyMatch(suffix -> file.toString().endsWith(suffix)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(String topic, Future<?> acknowledgement) {
    try {
      acknowledgement.get();
    } catch (ExecutionException e) {
      throw new DeploymentException(
          "a record for topic %s was not acknowledged".formatted(topic), e);
    } catch (InterruptedException e) {
      throw interrupted(topic, e);
    }
  }

  private static DeploymentException interrupted(String topic, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new DeploymentException("interrupted while sending to topic " + topic, e);
  }
}
