package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.tickstream.connect.cassandra.session.SessionLease;
import io.tickstream.connect.cassandra.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a session that nobody needs any more. */
class SessionEndTest {
  private final ScriptedCassandra cassandra = new ScriptedCassandra(Duration.ofSeconds(60));

  @AfterEach
  void close() {
    cassandra.close();
  }

  @Test
  void itEndsThoughRequestsAreUnanswered() {
    SessionLease lease = Sessions.ofWorker().lease(cassandra.connection);
    CqlSession session = lease.session().join();
    PreparedStatement insert = session.prepare(ScriptedCassandra.INSERT);
    cassandra.delay(Duration.ofSeconds(60));
    List<CompletableFuture<?>> unanswered =
        Stream.generate(() -> session.executeAsync(insert.bind("A", 1L, 1.0)).toCompletableFuture())
            .limit(100)
            .<CompletableFuture<?>>map(future -> future)
            .toList();
    long begin = System.nanoTime();
    lease.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(12))
        .untilAsserted(() -> assertThat(threadsOf(session)).isEmpty());
    assertThat(unanswered).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  private static List<String> threadsOf(CqlSession session) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(session.getName() + "-"))
        .toList();
  }
}
