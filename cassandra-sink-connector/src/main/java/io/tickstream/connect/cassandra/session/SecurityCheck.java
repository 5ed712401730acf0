package io.tickstream.connect.cassandra.session;

import io.tickstream.connect.cassandra.settings.AuthSettings;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import io.tickstream.connect.cassandra.settings.Problems;
import io.tickstream.connect.cassandra.settings.SecurityKeys;
import io.tickstream.connect.cassandra.settings.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Whether the files that settings name can be used. Touches no network. */
public final class SecurityCheck {

  private interface Attempt {
    void run() throws Exception;
  }

  private interface Reading {
    void of(InputStream in) throws Exception;
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
      check.file(SecurityKeys.KEY_TAB, settings.auth().keyTab(), KeyTab::firstPrincipal);
    }
    check.file(ConnectionKeys.BUNDLE, settings.bundle(), SecurityCheck::requireConfiguration);
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
      file(SecurityKeys.OPENSSL_CERT_CHAIN, tls.certificateChain(), SecurityCheck::requireChain);
      file(SecurityKeys.OPENSSL_PRIVATE_KEY, tls.privateKey(), SecurityCheck::requirePrivateKey);
    }
  }

  private static void requireChain(InputStream in) throws Exception {
    if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
      throw new IOException("there is no certificate in it");
    }
  }

  private static void requirePrivateKey(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
      throw new IOException("there is no PKCS#8 private key in it");
    }
  }

  /** What the driver looks for in a bundle. */
  private static void requireConfiguration(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals("config.json")) {
        return;
      }
    }
    throw new IOException("it is no zip with a config.json in it");
  }

  private void file(String key, String value, Reading reading) {
    if (!value.isEmpty()) {
      attempt(
          key,
          () -> {
            try (InputStream in = FileSetting.open(value)) {
              reading.of(in);
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
