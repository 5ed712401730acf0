package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerProcess;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.management.remote.JMXConnector;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers are killed, frozen, restarted and added one by one. */
class ServerControlIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.builder().durableCommitLog().start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void rowsSurviveAKilledCassandra() {
    try (CqlSession session = stack.openSession()) {
      session.execute(
          "CREATE KEYSPACE killed WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
      session.execute("CREATE TABLE killed.t (id int PRIMARY KEY)");
      session.execute("INSERT INTO killed.t (id) VALUES (1)");
      stack.cassandra().kill();
      assertThat(stack.cassandra().exitCode()).isPresent();
      stack.cassandra().start(LIMIT);
    }
    try (CqlSession session = stack.openSession()) {
      assertThat(session.execute("SELECT * FROM killed.t").all()).hasSize(1);
    }
  }

  @Test
  void aFrozenServerDoesNotAnswerAndThenGoesOn() {
    SimpleStatement query =
        SimpleStatement.newInstance("SELECT now() FROM system.local")
            .setTimeout(Duration.ofSeconds(1));
    try (CqlSession session = stack.openSession()) {
      stack.cassandra().pause();
      try {
        assertThatThrownBy(() -> session.execute(query)).isInstanceOf(DriverTimeoutException.class);
      } finally {
        stack.cassandra().resume();
      }
      Awaitility.await()
          .atMost(LIMIT)
          .ignoreExceptions()
          .until(() -> session.execute(query).one() != null);
    }
  }

  @Test
  void aWorkerKeepsItsAddressOverARestart() {
    ServerProcess worker = stack.worker(1);
    long pid = worker.pid();
    worker.kill();
    worker.start(LIMIT);
    assertThat(worker.pid()).isNotEqualTo(pid);
    assertThat(worker.log()).hasSizeGreaterThan(worker.logSinceStart().length());
    assertThat(stack.connect(worker).connectors()).isEmpty();
  }

  @Test
  void schemasSurviveAKilledRegistry() throws Exception {
    String registered =
        registry("POST", "/subjects/killed-value/versions", "{\"schema\": \"\\\"long\\\"\"}");
    stack.registry().kill();
    stack.registry().start(LIMIT);
    int id = Integer.parseInt(registered.replaceAll("\\D", ""));
    assertThat(registry("GET", "/schemas/ids/" + id, "")).contains("long");
    assertThat(
            registry("POST", "/subjects/killed-value/versions", "{\"schema\": \"\\\"long\\\"\"}"))
        .isEqualTo(registered);
  }

  @Test
  void anotherWorkerJoinsAndLeaves() {
    ServerProcess second = stack.addWorker();
    assertThat(stack.connect(second).plugins(false)).isNotEmpty();
    stack.removeWorker(second);
    assertThat(second.isRunning()).isFalse();
    assertThat(stack.servers()).doesNotContain(second);
  }

  @Test
  void beansOfAServerAreReadable() throws Exception {
    try (JMXConnector beans = stack.worker(1).connectToBeans()) {
      RuntimeMXBean runtime =
          ManagementFactory.getPlatformMXBean(
              beans.getMBeanServerConnection(), RuntimeMXBean.class);
      assertThat(runtime.getPid()).isEqualTo(stack.worker(1).pid());
    }
  }

  private static String registry(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.registryUrl() + path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
