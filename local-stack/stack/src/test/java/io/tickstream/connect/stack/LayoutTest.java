package io.tickstream.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private final Layout layout = new Layout(List.of(1, 2, 3, 4), List.of(5, 6, 7, 8), 9, 10, 11, 12);

  @Test
  void clientsGetAllBrokers() {
    assertThat(layout.bootstrapServers())
        .isEqualTo("127.0.0.1:1,127.0.0.1:2,127.0.0.1:3,127.0.0.1:4");
  }

  @Test
  void everyBrokerVotes() {
    assertThat(layout.voters())
        .isEqualTo("1@127.0.0.1:5,2@127.0.0.1:6,3@127.0.0.1:7,4@127.0.0.1:8");
  }

  @Test
  void topicsHaveAtMostThreeReplicas() {
    assertThat(layout.environment()).containsEntry("TOPIC_REPLICATION_FACTOR", "3");
  }

  @Test
  void connectorConfigurationsFindTheirServers() {
    assertThat(layout.environment())
        .containsEntry("SCHEMA_REGISTRY_URL", "http://127.0.0.1:10/apis/ccompat/v7")
        .containsEntry("CASSANDRA_CONTACT_POINTS", "127.0.0.1")
        .containsEntry("CASSANDRA_PORT", "11")
        .containsEntry("CASSANDRA_LOCAL_DC", "datacenter1");
  }
}
