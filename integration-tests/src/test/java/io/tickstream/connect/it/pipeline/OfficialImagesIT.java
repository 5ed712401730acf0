package io.tickstream.connect.it.pipeline;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.rest.ConnectClient;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * On the images of {@code docker-compose.yml}, which also puts the configurations and creates the
 * tables: {@code mvn verify -Dstack=docker}. Needs a container engine with Compose and about 7 GB.
 */
@EnabledIfSystemProperty(
    named = "stack",
    matches = "docker",
    disabledReason = "runs with -Dstack=docker only")
class OfficialImagesIT extends PipelineContract {

  private static final String CONNECT = "connect";
  private static final int CONNECT_PORT = 8083;
  private static final String CASSANDRA = "cassandra";
  private static final int CASSANDRA_PORT = 9042;
  private static final String NO_ENGINE =
      "-Dstack=docker was given, but no container engine answers: the pipeline on the official"
          + " images was not tested";
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private static @Nullable ComposeContainer compose;
  private static @Nullable CqlSession session;

  @BeforeAll
  static void start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      // Said aloud too: Maven counts skipped tests without their reason.
      System.out.println(NO_ENGINE);
      Assumptions.abort(NO_ENGINE);
    }
    ComposeContainer started =
        new ComposeContainer(Repository.ROOT.resolve("docker-compose.yml").toFile())
            .withExposedService(
                CONNECT, CONNECT_PORT, Wait.forHealthcheck().withStartupTimeout(START_LIMIT))
            .withExposedService(
                CASSANDRA, CASSANDRA_PORT, Wait.forHealthcheck().withStartupTimeout(START_LIMIT))
            .withRemoveVolumes(true);
    compose = started;
    started.start();
    session =
        CqlSession.builder()
            .addContactPoint(
                new InetSocketAddress(
                    started.getServiceHost(CASSANDRA, CASSANDRA_PORT),
                    started.getServicePort(CASSANDRA, CASSANDRA_PORT)))
            .withLocalDatacenter("datacenter1")
            .build();
  }

  @AfterAll
  static void stop() {
    if (session != null) {
      session.close();
    }
    if (compose != null) {
      compose.stop();
    }
  }

  @Override
  ConnectClient connect() {
    ComposeContainer running = started(compose);
    return new ConnectClient(
        URI.create(
            "http://%s:%d"
                .formatted(
                    running.getServiceHost(CONNECT, CONNECT_PORT),
                    running.getServicePort(CONNECT, CONNECT_PORT))));
  }

  @Override
  CqlSession session() {
    return started(session);
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the containers are not started");
    }
    return part;
  }
}
