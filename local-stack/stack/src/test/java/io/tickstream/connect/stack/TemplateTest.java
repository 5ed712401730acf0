package io.tickstream.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final String YAML = "a: 1\nb:\n  - x: 2\n    y: 3\nc: 4\n";

  @Test
  void anEntryIsReplacedWithTheLinesThatBelongToIt() {
    assertThat(Template.override(YAML, ":", Map.of("b", Optional.of(" none"))))
        .isEqualTo("a: 1\nb: none\nc: 4\n");
  }

  @Test
  void anEntryIsRemoved() {
    assertThat(Template.override(YAML, ":", Map.of("b", Optional.empty())))
        .isEqualTo("a: 1\nc: 4\n");
  }

  @Test
  void anUnknownEntryIsAdded() {
    assertThat(Template.override("a=1\n", "=", Map.of("b.c", Optional.of("2"))))
        .isEqualTo("a=1\nb.c=2\n");
  }

  @Test
  void everyServersFileIsFilledCompletely() {
    Map<String, Object> cassandra = Map.of("port", 1, "storagePort", 2, "folder", "/f");
    assertThat(Template.fill("cassandra.yaml", cassandra))
        .contains("native_transport_port: 1", "storage_port: 2", "\"/f/data\"")
        .doesNotContain("@");
  }
}
