package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.cassandra.settings.AuthSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KerberosTest {
  private static final String LOGIN =
      "datastax-java-driver.advanced.auth-provider.login-configuration.";

  @Test
  void withoutAPrincipalTheFirstOfTheKeyTabLogsIn() throws Exception {
    byte[] keyTab = KeyTabs.of("EXAMPLE.ORG");
    Map<String, String> options = options(KeyTabs.inline(keyTab), "");
    assertThat(options)
        .containsEntry("datastax-java-driver.advanced.auth-provider.service", "dse")
        .containsEntry(LOGIN + "useKeyTab", "true")
        .containsEntry(LOGIN + "principal", "sink/host@EXAMPLE.ORG");
    assertThat(Files.readAllBytes(Path.of(options.get(LOGIN + "keyTab")))).isEqualTo(keyTab);
  }

  @Test
  void aPrincipalThatIsGivenWins() throws Exception {
    assertThat(options(KeyTabs.inline(KeyTabs.of("EXAMPLE.ORG")), "other@EXAMPLE.ORG"))
        .containsEntry(LOGIN + "principal", "other@EXAMPLE.ORG");
  }

  @Test
  void withoutAKeyTabTheTicketCacheIsUsed() {
    assertThat(options("", ""))
        .containsEntry(LOGIN + "useTicketCache", "true")
        .doesNotContainKeys(LOGIN + "principal", LOGIN + "keyTab");
  }

  @Test
  void whatIsNoKeyTabIsRefused() {
    assertThatThrownBy(() -> KeyTab.firstPrincipal(new ByteArrayInputStream(new byte[10])))
        .isInstanceOf(IOException.class)
        .hasMessage("it is no key tab of version 2");
    assertThatThrownBy(() -> KeyTab.firstPrincipal(new ByteArrayInputStream(new byte[] {5, 2})))
        .hasMessage("it is no key tab, or one without entries");
  }

  private static Map<String, String> options(String keyTab, String principal) {
    Map<String, String> config =
        new HashMap<>(Map.of("topic.t.k.t.mapping", "a=key", "auth.provider", "GSSAPI"));
    config.put("auth.gssapi.keyTab", keyTab);
    config.put("auth.gssapi.principal", principal);
    AuthSettings auth = SinkSettings.of(config).connection().auth();
    return Kerberos.options(auth, new KeyTabFile(auth.keyTab()));
  }
}
