package io.tickstream.connect.cassandra.session;

import io.tickstream.connect.cassandra.settings.AuthSettings;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The driver's options for GSSAPI. */
final class Kerberos {
  private static final String PROVIDER = ConnectionKeys.DRIVER_PREFIX + "advanced.auth-provider.";
  private static final String LOGIN = PROVIDER + "login-configuration.";

  private Kerberos() {}

  /**
   * Empty when another provider is asked for.
   *
   * @param keyTab the one of the settings, asked for its path when they have one
   */
  static Map<String, String> options(AuthSettings auth, KeyTabFile keyTab) {
    Map<String, String> options = new TreeMap<>();
    if (auth.provider() != AuthSettings.Provider.GSSAPI) {
      return options;
    }
    options.put(PROVIDER + "class", "DseGssApiAuthProvider");
    options.put(PROVIDER + "service", auth.service());
    options.put(PROVIDER + "sasl-properties.\"javax.security.sasl.qop\"", "auth");
    String principal = principal(auth);
    if (!principal.isEmpty()) {
      options.put(LOGIN + "principal", principal);
    }
    options.put(LOGIN + "refreshKrb5Config", "true");
    if (auth.keyTab().isEmpty()) {
      options.put(LOGIN + "useTicketCache", "true");
      options.put(LOGIN + "renewTGT", "true");
    } else {
      options.put(LOGIN + "useKeyTab", "true");
      options.put(LOGIN + "keyTab", keyTab.path());
    }
    return options;
  }

  /** Java's login asks somebody for a name when it has a key tab and no principal. */
  private static String principal(AuthSettings auth) {
    if (!auth.principal().isEmpty() || auth.keyTab().isEmpty()) {
      return auth.principal();
    }
    try (InputStream in = FileSetting.open(auth.keyTab())) {
      return KeyTab.firstPrincipal(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
