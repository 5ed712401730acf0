package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerProcess;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever is killed, stopped, added or taken away while records drain: every row is there, and as
 * its last update left it. How often and how long say the system properties {@code sink.records},
 * {@code sink.kills} and {@code sink.outage.seconds}.
 */
class SinkFaultsIT {
  private static final Logger LOG = LoggerFactory.getLogger(SinkFaultsIT.class);
  private static final int RECORDS = Integer.getInteger("sink.records", 60_000);
  private static final int KILLS = Integer.getInteger("sink.kills", 2);
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("sink.outage.seconds", 8));
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.builder().withoutRegistry().durableCommitLog().start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  /** What an operator gets who sets nothing: full batches, many of them under way. */
  private static Map<String, String> defaults(SinkScenario scenario, String... settings) {
    return scenario.config(Updates.MAPPING, settings);
  }

  /** One request per row, so that the two updates of a row are apart and a drain takes its time. */
  private static Map<String, String> rowByRow(SinkScenario scenario, String... settings) {
    Map<String, String> config = defaults(scenario, settings);
    config.put("maxNumberOfRecordsInBatch", "1");
    config.put("retry.backoff.max.ms", "1000");
    return config;
  }

  @Test
  void aWorkerKilledWhileRecordsDrainLosesNothingAndRepeatsNothingThatShows() {
    try (SinkScenario scenario = new SinkScenario(stack, "fault_worker", 3)) {
      scenario.createTable(Updates.COLUMNS);
      Updates updates = new Updates(scenario, 3).send(RECORDS);
      ServerProcess worker = stack.worker(1);
      scenario.deploy(rowByRow(scenario, "tasks.max", "3"));
      long halfway = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        killInFlight(scenario, updates, worker, 0.05 + 0.85 * kill / (KILLS + 1));
        halfway += updates.halfway();
        worker.start(LIMIT);
      }
      assertThat(halfway).as("rows killed between their two updates").isPositive();
      updates.awaitCommitted(LIMIT);
      updates.verify();

      scenario.deploy(defaults(scenario, "tasks.max", "3"));
      scenario.readAgainFromTheBeginning();
      updates.awaitCommitted(LIMIT);
      updates.verify();
    }
  }

  @Test
  void aWorkerKilledAtDefaultsWithBatchesUnderWayLosesNothing() {
    try (SinkScenario scenario = new SinkScenario(stack, "fault_batches", 3)) {
      scenario.createTable(Updates.COLUMNS);
      Updates updates = new Updates(scenario, 3).send(Math.max(RECORDS, 240_000));
      ServerProcess worker = stack.worker(1);
      scenario.deploy(defaults(scenario));
      killInFlight(scenario, updates, worker, 0.2);
      scenario.assertBatchesPrepared();
      worker.start(LIMIT);
      updates.awaitCommitted(LIMIT);
      updates.verify();
    }
  }

  @Test
  void oneTaskThatBecomesThreeAtDefaultsWithBatchesUnderWayLosesNothing() {
    try (SinkScenario scenario = new SinkScenario(stack, "fault_tasks", 6)) {
      scenario.createTable(Updates.COLUMNS);
      Updates updates = new Updates(scenario, 6).send(Math.max(RECORDS, 480_000));
      scenario.deploy(defaults(scenario, "tasks.max", "1"));
      SinkScenario.await(LIMIT).until(() -> updates.committed() > 0.1);
      scenario.assertBatchesPrepared();
      scenario.put(defaults(scenario, "tasks.max", "3"));
      assertThat(updates.committed()).as("share drained").isBetween(0.05, 0.95);
      awaitTasks(scenario, 3);
      updates.awaitCommitted(LIMIT);
      updates.verify();
    }
  }

  /** Kills the worker at about the given share of the drain, with requests under way. */
  private static void killInFlight(
      SinkScenario scenario, Updates updates, ServerProcess worker, double share) {
    long inFlight;
    try (WorkerBeans beans = new WorkerBeans(worker)) {
      SinkScenario.await(LIMIT).until(() -> updates.committed() >= share);
      inFlight =
          SinkScenario.await(LIMIT)
              .pollInterval(Duration.ofMillis(1))
              .until(
                  () -> beans.reading(scenario.connector(), 0, "in-flight"),
                  underWay -> underWay > 0);
    }
    worker.kill();
    double committed = updates.committed();
    LOG.warn(
        "killed the worker at {} % of {} records, with {} requests under way",
        Math.round(100 * committed), updates.records(), inFlight);
    assertThat(committed).as("share drained").isBetween(0.05, 0.95);
  }

  @Test
  void cassandraStoppedAndThenKilledLosesNothingAndKeepsTheTasksRunning() {
    try (SinkScenario scenario = new SinkScenario(stack, "fault_cassandra", 3)) {
      scenario.createTable(Updates.COLUMNS);
      Updates updates = new Updates(scenario, 3);
      scenario.deploy(defaults(scenario, "tasks.max", "2", "queryExecutionTimeout", "2"));
      ServerProcess cassandra = stack.cassandra();

      updates.send(RECORDS / 3);
      cassandra.pause();
      try {
        updates.send(RECORDS / 3);
        SinkScenario.await(OUTAGE.plusSeconds(5)).pollDelay(OUTAGE).until(() -> true);
        assertThat(updates.committed()).isLessThan(1);
        assertRunning(scenario);
      } finally {
        cassandra.resume();
      }
      SinkScenario.await(LIMIT).until(() -> updates.committed() > 0.5);
      scenario.assertBatchesPrepared();

      cassandra.pause();
      updates.send(RECORDS / 3);
      // Requests wait in its sockets, of which it gets to some before it dies.
      cassandra.resume();
      cassandra.kill();
      assertThat(updates.committed()).isLessThan(1);
      cassandra.start(LIMIT);
      scenario.reopenSession();
      updates.awaitCommitted(LIMIT);
      assertRunning(scenario);
      updates.verify();
    }
  }

  private static void assertRunning(SinkScenario scenario) {
    assertThat(scenario.failures()).isZero();
    assertThat(stack.connect().status(scenario.connector()).isRunning()).isTrue();
    assertThat(stack.connect().status(scenario.connector()).tasks()).hasSize(2);
  }

  @Test
  void tasksAndWorkersComeAndGoWhileRecordsDrain() {
    try (SinkScenario scenario = new SinkScenario(stack, "fault_rebalance", 6)) {
      scenario.createTable(Updates.COLUMNS);
      Updates updates = new Updates(scenario, 6).send(RECORDS / 3);
      scenario.deploy(rowByRow(scenario, "tasks.max", "1"));
      SinkScenario.await(LIMIT).until(() -> updates.committed() > 0);
      reconfigure(scenario, 4);
      ServerProcess second = stack.addWorker();
      try {
        stack
            .connect()
            .await(
                scenario.connector(),
                LIMIT,
                "have tasks on both workers",
                status -> status.isRunning() && workers(status) == 2);
        sendAndAwaitSome(updates);
      } finally {
        stack.removeWorker(second);
      }
      updates.send(RECORDS / 3);
      reconfigure(scenario, 2);
      updates.awaitCommitted(LIMIT);
      updates.verify();
    }
  }

  private static long workers(ConnectorStatus status) {
    return status.tasks().stream().map(ConnectorStatus.Task::worker).distinct().count();
  }

  private static void reconfigure(SinkScenario scenario, int tasks) {
    scenario.put(rowByRow(scenario, "tasks.max", String.valueOf(tasks)));
    awaitTasks(scenario, tasks);
  }

  private static void awaitTasks(SinkScenario scenario, int tasks) {
    stack
        .connect()
        .await(
            scenario.connector(),
            LIMIT,
            "have " + tasks + " tasks",
            status -> status.isRunning() && status.tasks().size() == tasks);
  }

  /** Returns while most of it is still to be written. */
  private static void sendAndAwaitSome(Updates updates) {
    long before = updates.committedRecords();
    updates.send(RECORDS / 3);
    SinkScenario.await(LIMIT).until(() -> updates.committedRecords() > before);
  }

  @Test
  void stopsAndStartsAgainstADeadClusterStayWithinTheWorkersLimit() {
    try (SinkScenario scenario = new SinkScenario(stack, "fault_dead", 1)) {
      scenario.createTable(Updates.COLUMNS);
      Updates updates = new Updates(scenario, 1).send(1_000);
      Map<String, String> config = defaults(scenario);
      scenario.deploy(config);
      updates.awaitCommitted(LIMIT);

      stack.cassandra().pause();
      try {
        updates.send(20_000);
        awaitInFlight(scenario);
        stack.connect().delete(scenario.connector());
        awaitGone(scenario);
        scenario.deploy(config);
        stack.connect().restart(scenario.connector());
        stack.connect().awaitRunning(scenario.connector(), LIMIT);
        stack.connect().delete(scenario.connector());
        awaitGone(scenario);
      } finally {
        stack.cassandra().resume();
      }
      assertThat(stack.worker(1).logSinceStart())
          .doesNotContain("Graceful stop of task " + scenario.connector());
      scenario.deploy(config);
      updates.awaitCommitted(LIMIT);
      updates.verify();
    }
  }

  private static void awaitInFlight(SinkScenario scenario) {
    try (WorkerBeans beans = new WorkerBeans(stack.worker(1))) {
      SinkScenario.await(LIMIT)
          .until(() -> beans.reading(scenario.connector(), 0, "in-flight") > 0);
    }
  }

  /** No thread of the task is left: it has really ended. */
  private static void awaitGone(SinkScenario scenario) {
    try (WorkerBeans beans = new WorkerBeans(stack.worker(1))) {
      SinkScenario.await(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                assertThat(beans.ofSink()).isEmpty();
                assertThat(beans.threadsOfSinks()).isEmpty();
              });
    }
    SinkScenario.await().until(() -> !stack.connect().connectors().contains(scenario.connector()));
  }
}
