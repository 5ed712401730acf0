package io.tickstream.connect.cassandra.session;

import io.tickstream.connect.cassandra.settings.AuthSettings;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import io.tickstream.connect.cassandra.settings.Problems;
import io.tickstream.connect.cassandra.settings.SecurityKeys;
import io.tickstream.connect.cassandra.settings.TlsSettings;
import java.io.InputStream;

/** Whether the files that settings name can be used. Touches no network. */
public final class SecurityCheck {

  private interface Attempt {
    void run() throws Exception;
  }

  private final Problems problems;

  private SecurityCheck(Problems problems) {
    this.problems = problems;
  }

  /** Notes each file that cannot, on its key. */
  public static void check(ConnectionSettings settings, Problems problems) {
    SecurityCheck check = new SecurityCheck(problems);
    check.tls(settings.tls());
    if (settings.auth().provider() == AuthSettings.Provider.GSSAPI) {
      check.readable(SecurityKeys.KEY_TAB, settings.auth().keyTab());
    }
    check.readable(ConnectionKeys.BUNDLE, settings.bundle());
  }

  private void tls(TlsSettings tls) {
    if (tls.provider() == TlsSettings.Provider.OPENSSL && !OpenSslSessions.isAvailable()) {
      problems.add(
          SecurityKeys.SSL_PROVIDER,
          "OpenSSL is not available: put netty-tcnative with its natives for this platform into the"
              + " plugin's lib folder, or use JDK");
    }
    if (tls.provider() == TlsSettings.Provider.NONE) {
      return;
    }
    attempt(
        SecurityKeys.TRUSTSTORE_PATH,
        () -> JdkTls.trust(tls.truststore(), tls.truststorePassword()));
    if (tls.provider() == TlsSettings.Provider.JDK) {
      attempt(
          SecurityKeys.KEYSTORE_PATH, () -> JdkTls.keys(tls.keystore(), tls.keystorePassword()));
    } else {
      readable(SecurityKeys.OPENSSL_CERT_CHAIN, tls.certificateChain());
      readable(SecurityKeys.OPENSSL_PRIVATE_KEY, tls.privateKey());
    }
  }

  private void readable(String key, String value) {
    if (!value.isEmpty()) {
      attempt(
          key,
          () -> {
            try (InputStream in = FileSetting.open(value)) {
              in.read();
            }
          });
    }
  }

  /** Messages of key store readers do not quote passwords or content; paths are no secret. */
  private void attempt(String key, Attempt attempt) {
    try {
      attempt.run();
    } catch (Exception e) {
      problems.add(key, "cannot be read: " + e);
    }
  }
}
