package io.tickstream.connect.cassandra.settings;

import java.util.List;
import org.apache.kafka.common.config.types.Password;

/** How the wire is protected. Empty texts stand for what is not given. */
public record TlsSettings(
    Provider provider,
    boolean hostnameValidation,
    List<String> cipherSuites,
    String truststore,
    Password truststorePassword,
    String keystore,
    Password keystorePassword,
    String certificateChain,
    String privateKey) {

  /** Whose TLS. */
  public enum Provider {
    NONE,
    JDK,
    OPENSSL
  }
}
