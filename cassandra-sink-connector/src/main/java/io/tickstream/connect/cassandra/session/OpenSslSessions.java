package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.metadata.EndPoint;
import com.datastax.oss.driver.api.core.session.ProgrammaticArguments;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.ssl.SslHandlerFactory;
import io.netty.channel.Channel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.tickstream.connect.cassandra.settings.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS by OpenSSL, for which the driver has no setting of its own. */
public final class OpenSslSessions extends CqlSessionBuilder {
  private final TlsSettings settings;
  private final SslContext ssl;

  OpenSslSessions(TlsSettings settings) throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.ssl = context(settings);
  }

  /** Whether the natives are there. */
  public static boolean isAvailable() {
    return OpenSsl.isAvailable();
  }

  private static SslContext context(TlsSettings settings)
      throws IOException, GeneralSecurityException {
    SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL);
    TrustManager[] trusted = JdkTls.trust(settings.truststore(), settings.truststorePassword());
    if (trusted != null) {
      for (TrustManager manager : trusted) {
        if (manager instanceof X509TrustManager x509) {
          builder.trustManager(x509);
        }
      }
    }
    if (!settings.cipherSuites().isEmpty()) {
      builder.ciphers(settings.cipherSuites());
    }
    if (!settings.certificateChain().isEmpty()) {
      try (InputStream chain = FileSetting.open(settings.certificateChain());
          InputStream key = FileSetting.open(settings.privateKey())) {
        builder.keyManager(chain, key);
      }
    }
    return builder.build();
  }

  @Override
  protected DriverContext buildContext(
      DriverConfigLoader configLoader, ProgrammaticArguments programmaticArguments) {
    return new DefaultDriverContext(configLoader, programmaticArguments) {
      @Override
      protected Optional<SslHandlerFactory> buildSslHandlerFactory() {
        return Optional.of(new Handlers(settings.hostnameValidation(), ssl));
      }
    };
  }

  private record Handlers(boolean checkHostname, SslContext ssl) implements SslHandlerFactory {
    @Override
    public SslHandler newSslHandler(Channel channel, EndPoint remoteEndpoint) {
      SocketAddress address = remoteEndpoint.resolve();
      SslHandler handler =
          address instanceof InetSocketAddress inet
              ? ssl.newHandler(channel.alloc(), inet.getHostString(), inet.getPort())
              : ssl.newHandler(channel.alloc());
      if (checkHostname) {
        SSLEngine engine = handler.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
      }
      return handler;
    }

    @Override
    public void close() {}
  }
}
