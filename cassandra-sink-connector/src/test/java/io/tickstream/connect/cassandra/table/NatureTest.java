package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements of the user's are like. */
class NatureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE t SET l = l + :x WHERE k = :k",
        "UPDATE t SET l = :x + l WHERE k = :k",
        "UPDATE t SET l += :x WHERE k = :k",
        "UPDATE t SET l+=:x WHERE k = :k",
        "UPDATE t SET l -= :x WHERE k = :k",
        "INSERT INTO t (k, id) VALUES (:k, now())",
        "INSERT INTO t (k, id) VALUES (:k, UUID())",
        "INSERT INTO t (k, id) VALUES (:k, currentTimeUUID())",
        "INSERT INTO t (k, id) VALUES (:k, current_timeuuid())",
        "INSERT INTO t (k, at) VALUES (:k, currentTimestamp( ))",
        "INSERT INTO t (k, at) VALUES (:k, CURRENT_TIMESTAMP())",
        "INSERT INTO t (k, day) VALUES (:k, currentDate())",
        "INSERT INTO t (k, day) VALUES (:k, system.current_date())",
        "INSERT INTO t (k, at) VALUES (:k, currentTime())",
        "INSERT INTO t (k, at) VALUES (:k, current_time())",
        "INSERT INTO t (k) VALUES (:k) IF NOT EXISTS"
      })
  void whatDoesSomethingElseTheSecondTimeIsNotRepeatable(String query) {
    assertThat(Nature.of(query, false, true).repeatable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN BATCH INSERT INTO t (k) VALUES (:k) USING TIMESTAMP :t; APPLY BATCH",
        "begin unlogged batch using timestamp :t insert into t (k) values (:k); apply batch",
        "\n BEGIN COUNTER BATCH UPDATE t SET n = n + 1 WHERE k = :k; APPLY BATCH"
      })
  void aBatchIsNotPutIntoAnother(String query) {
    assertThat(Nature.of(query, query.contains("COUNTER"), true).batchable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t (k, price) VALUES (:k, :price) USING TIMESTAMP :t",
        "UPDATE t SET price = :price, size = -1 WHERE k = :k AND id = -1",
        "UPDATE t SET note = 'l += 1 at now()' WHERE k = :k",
        "UPDATE t SET \"now()\" = :n, currentTime = :t WHERE k = :k"
      })
  void whatComesToTheSameTheSecondTimeIsRepeatable(String query) {
    assertThat(Nature.of(query, false, true).repeatable()).isTrue();
  }
}
