package io.tickstream.connect.cassandra.settings;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** Reads {@code auth.*} and {@code ssl.*}. */
final class SecurityReader {
  private final AbstractConfig config;
  private final Map<String, String> properties;
  private final Problems problems;

  SecurityReader(AbstractConfig config, Map<String, String> properties, Problems problems) {
    this.config = config;
    this.properties = properties;
    this.problems = problems;
  }

  AuthSettings auth() {
    AuthSettings.Provider provider =
        AuthSettings.Provider.valueOf(Choice.upper(config.getString(SecurityKeys.AUTH_PROVIDER)));
    String username = config.getString(SecurityKeys.USERNAME);
    boolean credentials =
        properties.containsKey(SecurityKeys.USERNAME)
            || properties.containsKey(SecurityKeys.PASSWORD);
    if (provider == AuthSettings.Provider.NONE && credentials) {
      provider = AuthSettings.Provider.PLAIN;
    }
    if (provider == AuthSettings.Provider.PLAIN && username.isEmpty()) {
      problems.add(SecurityKeys.USERNAME, "is required with auth.provider PLAIN");
    }
    String service = config.getString(SecurityKeys.SERVICE);
    if (provider == AuthSettings.Provider.GSSAPI && service.isEmpty()) {
      problems.add(SecurityKeys.SERVICE, "is required with auth.provider GSSAPI");
    }
    return new AuthSettings(
        provider,
        username,
        config.getPassword(SecurityKeys.PASSWORD),
        config.getString(SecurityKeys.KEY_TAB),
        config.getString(SecurityKeys.PRINCIPAL),
        service);
  }

  TlsSettings tls() {
    TlsSettings.Provider provider =
        TlsSettings.Provider.valueOf(Choice.upper(config.getString(SecurityKeys.SSL_PROVIDER)));
    String chain = config.getString(SecurityKeys.OPENSSL_CERT_CHAIN);
    String key = config.getString(SecurityKeys.OPENSSL_PRIVATE_KEY);
    if (provider == TlsSettings.Provider.OPENSSL && chain.isEmpty() != key.isEmpty()) {
      problems.add(
          chain.isEmpty() ? SecurityKeys.OPENSSL_CERT_CHAIN : SecurityKeys.OPENSSL_PRIVATE_KEY,
          "certificate chain and private key go together; this one is missing");
    }
    return new TlsSettings(
        provider,
        config.getBoolean(SecurityKeys.HOSTNAME_VALIDATION),
        config.getList(SecurityKeys.CIPHER_SUITES),
        config.getString(SecurityKeys.TRUSTSTORE_PATH),
        config.getPassword(SecurityKeys.TRUSTSTORE_PASSWORD),
        config.getString(SecurityKeys.KEYSTORE_PATH),
        config.getPassword(SecurityKeys.KEYSTORE_PASSWORD),
        chain,
        key);
  }
}
