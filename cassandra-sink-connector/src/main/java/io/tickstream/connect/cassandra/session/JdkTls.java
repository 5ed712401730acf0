package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.ssl.ProgrammaticSslEngineFactory;
import com.datastax.oss.driver.api.core.ssl.SslEngineFactory;
import io.tickstream.connect.cassandra.settings.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** TLS as the Java runtime has it. */
public final class JdkTls {

  private JdkTls() {}

  static SslEngineFactory engines(TlsSettings settings)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        keys(settings.keystore(), settings.keystorePassword()),
        trust(settings.truststore(), settings.truststorePassword()),
        null);
    String[] suites =
        settings.cipherSuites().isEmpty() ? null : settings.cipherSuites().toArray(String[]::new);
    return new ProgrammaticSslEngineFactory(context, suites, settings.hostnameValidation());
  }

  /** The client's own; null for none. */
  public static KeyManager @Nullable [] keys(String store, Password password)
      throws IOException, GeneralSecurityException {
    if (store.isEmpty()) {
      return null;
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(load(store, password), password.value().toCharArray());
    return factory.getKeyManagers();
  }

  /** Whom to trust; null for those whom the Java runtime trusts. */
  public static TrustManager @Nullable [] trust(String store, Password password)
      throws IOException, GeneralSecurityException {
    if (store.isEmpty()) {
      return null;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(load(store, password));
    return factory.getTrustManagers();
  }

  /** Reads JKS and PKCS#12 alike. */
  private static KeyStore load(String value, Password password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = FileSetting.open(value)) {
      store.load(in, password.value().isEmpty() ? null : password.value().toCharArray());
    }
    return store;
  }
}
