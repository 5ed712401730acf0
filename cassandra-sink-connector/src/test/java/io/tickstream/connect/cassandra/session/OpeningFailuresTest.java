package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.KeyStoreException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What needs no server; the rest is in the test of the opener. */
class OpeningFailuresTest {

  static Stream<Throwable> ofTheCloud() {
    return Stream.of(
        new IllegalStateException(
            "Unable to connect to cloud metadata service.", new ConnectException("refused")),
        new IllegalStateException(
            "Unable to resolve host for cloud metadata service.", new UnknownHostException("x")),
        new SocketTimeoutException("Connect timed out"),
        new SSLHandshakeException("Remote host terminated the handshake"),
        new IOException("Server returned HTTP response code: 503 for URL: https://x"));
  }

  static Stream<Throwable> ofFiles() {
    return Stream.of(
        new NoSuchFileException("/nowhere/bundle.zip"),
        new IOException("keystore password was incorrect"),
        new KeyStoreException("unrecognised"),
        new UncheckedIOException(new IOException("it is no key tab of version 2")),
        new IllegalStateException("Invalid bundle: missing file config.json"));
  }

  @ParameterizedTest
  @MethodSource("ofTheCloud")
  void aCloudThatCannotBeReachedMayBeLater(Throwable error) {
    assertThat(OpeningFailures.isHopeless(error)).isFalse();
    assertThat(OpeningFailures.isRefused(error)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ofFiles")
  void aFileThatCannotBeUsedStaysSo(Throwable error) {
    assertThat(OpeningFailures.isHopeless(error)).isTrue();
  }
}
