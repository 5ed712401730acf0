package io.tickstream.connect.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of {@code docker-compose.yml} without a container engine. */
class ComposeFileIT {

  private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
  private static final String CONNECT = "connect";

  private final ComposeFile compose = new ComposeFile();

  @Test
  void everyVariableHasAValueOrADefault() {
    assertThat(compose.unresolved()).isEmpty();
  }

  @Test
  void everyImageTagStandsOnceInDotEnv() {
    List<String> tags =
        ComposeFile.dotEnv().keySet().stream().filter(name -> name.endsWith("_TAG")).toList();

    for (String service : compose.serviceNames()) {
      String tag = compose.raw(service, "image").replaceAll(".*:", "");
      assertThat(tags).as(service).contains(tag.replaceAll("[${}]", ""));
    }
    tags.forEach(
        tag -> assertThat(ComposeFile.text()).doesNotContain(ComposeFile.dotEnv().get(tag)));
  }

  @Test
  void everyMountedFolderExistsAfterTheBuild() {
    for (String service : compose.serviceNames()) {
      for (String volume : compose.list(service, "volumes")) {
        if (volume.startsWith(".")) {
          Path source = ConfigFolder.ROOT.resolve(volume.split(":", -1)[0]).normalize();
          assertThat(source).as(service).isNotEmptyDirectory();
          assertThat(volume).as(service).endsWith(":ro");
        }
      }
    }
  }

  @Test
  void everyPublishedPortIsOnLoopbackAndPublishedOnce() {
    List<String> published =
        compose.serviceNames().stream()
            .flatMap(service -> compose.list(service, "ports").stream())
            .toList();

    assertThat(published).hasSize(6).allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(published).extracting(port -> port.split(":", -1)[1]).doesNotHaveDuplicates();
  }

  @Test
  void everyServiceThatIsAwaitedHasWhatIsAwaited() {
    for (String service : compose.serviceNames()) {
      compose
          .map(service, "depends_on")
          .forEach(
              (awaited, value) -> {
                Object condition = ((Map<?, ?>) value).get("condition");
                assertThat(condition)
                    .as(service + " on " + awaited)
                    .isIn("service_healthy", "service_completed_successfully");
                assertThat(compose.has(awaited, "healthcheck"))
                    .as(awaited)
                    .isEqualTo("service_healthy".equals(condition));
              });
    }
  }

  @Test
  void everyServiceHasAMemoryLimit() {
    assertThat(compose.serviceNames()).allMatch(service -> compose.has(service, "mem_limit"));
  }

  @Test
  void theBrokersFormOneClusterOfThree() {
    for (String broker : BROKERS) {
      Map<String, String> environment = compose.environment(broker);
      String id = broker.substring(broker.length() - 1);

      assertThat(environment).containsEntry("KAFKA_NODE_ID", id);
      assertThat(environment.get("KAFKA_CONTROLLER_QUORUM_VOTERS").split(","))
          .hasSize(BROKERS.size())
          .contains(id + "@" + broker + ":" + listenerPort(environment, "CONTROLLER"));
      assertThat(environment.get("KAFKA_ADVERTISED_LISTENERS").split(","))
          .containsExactly(
              "INTERNAL://" + broker + ":" + listenerPort(environment, "INTERNAL"),
              "HOST://localhost:" + compose.list(broker, "ports").get(0).split(":", -1)[1]);
      assertThat(compose.list(broker, "ports").get(0))
          .endsWith(":" + listenerPort(environment, "HOST"));
    }
  }

  @Test
  void everyTopicIsKeptThreeTimesAndWrittenTwice() {
    for (String broker : BROKERS) {
      compose
          .environment(broker)
          .forEach(
              (name, value) -> {
                if (name.endsWith("REPLICATION_FACTOR")) {
                  assertThat(value).as(name).isEqualTo("3");
                } else if (name.endsWith("_ISR") || name.endsWith("INSYNC_REPLICAS")) {
                  assertThat(value).as(name).isEqualTo("2");
                }
              });
    }
    assertThat(compose.environment(CONNECT))
        .containsEntry("TOPIC_REPLICATION_FACTOR", "3")
        .containsEntry("CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR", "3")
        .containsEntry("CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR", "3")
        .containsEntry("CONNECT_STATUS_STORAGE_REPLICATION_FACTOR", "3");
  }

  @Test
  void theWorkerHasAndMayReadEveryVariableOfTheConfigurations() {
    Map<String, String> environment = compose.environment(CONNECT);
    Pattern allowed =
        Pattern.compile(environment.get("CONNECT_CONFIG_PROVIDERS_ENV_PARAM_ALLOWLIST_PATTERN"));

    assertThat(ConfigFolder.environmentVariables())
        .isNotEmpty()
        .allMatch(environment::containsKey)
        .allMatch(name -> allowed.matcher(name).matches());
  }

  @Test
  void theAddressesGivenToTheWorkerAreThoseOfTheServices() {
    Map<String, String> environment = compose.environment(CONNECT);
    URI registry = URI.create(environment.get("SCHEMA_REGISTRY_URL"));

    for (String variable : List.of("KAFKA_BOOTSTRAP_SERVERS", "CONNECT_BOOTSTRAP_SERVERS")) {
      assertThat(environment.get(variable).split(","))
          .containsExactly(
              BROKERS.stream()
                  .map(b -> b + ":" + listenerPort(compose.environment(b), "INTERNAL"))
                  .toArray(String[]::new));
    }
    assertThat(compose.environment(registry.getHost()).get("SCHEMA_REGISTRY_LISTENERS"))
        .endsWith(":" + registry.getPort());
    assertThat(compose.list(environment.get("CASSANDRA_CONTACT_POINTS"), "ports").get(0))
        .endsWith(":" + environment.get("CASSANDRA_PORT"));
    assertThat(environment.get("CONNECT_LISTENERS"))
        .endsWith(":" + environment.get("CONNECT_REST_PORT"));
  }

  @Test
  void thePluginPathHasOursAndTheConverters() {
    String plugins =
        compose.list(CONNECT, "volumes").stream()
            .filter(volume -> volume.startsWith("./dist/target/plugins:"))
            .map(volume -> volume.split(":", -1)[1])
            .findFirst()
            .orElseThrow();

    assertThat(compose.environment(CONNECT).get("CONNECT_PLUGIN_PATH").split(","))
        .contains("/usr/share/java", plugins);
  }

  @Test
  void theWorkerIsSetUpLikeTheExampleWorker() {
    Map<String, String> example = new TreeMap<>();
    ConfigFolder.worker("connect-distributed.properties")
        .forEach((key, value) -> example.put(key.toString(), value.toString()));
    Map<String, String> environment = compose.environment(CONNECT);

    example.keySet().removeAll(List.of("listeners", "plugin.path"));
    example.forEach(
        (key, value) -> {
          String expected = value;
          for (String name : ConfigFolder.environmentVariables()) {
            expected = expected.replace("${env:" + name + "}", environment.get(name));
          }
          assertThat(environment)
              .containsEntry("CONNECT_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), expected);
        });
  }

  @Test
  void whatIsPutAndCreatedByDefaultExists() {
    Map<String, String> defaults = ComposeFile.dotEnv();
    List<Path> put = new ArrayList<>();
    Arrays.stream(defaults.get("CONNECTORS").split(" "))
        .map(ConfigFolder.CONFIG::resolve)
        .forEach(put::add);

    assertThat(put).hasSize(4).allMatch(Files::isRegularFile);
    assertThat(ConfigFolder.CONFIG.resolve("cql")).isDirectoryContaining("glob:**.cql");
  }

  private static int listenerPort(Map<String, String> environment, String name) {
    return Stream.of(environment.get("KAFKA_LISTENERS").split(","))
        .filter(listener -> listener.startsWith(name + "://"))
        .map(listener -> Integer.valueOf(listener.substring(listener.lastIndexOf(':') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
