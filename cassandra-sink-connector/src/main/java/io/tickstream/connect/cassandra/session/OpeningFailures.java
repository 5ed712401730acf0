package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLHandshakeException;

/** Sorts what attempts to open a session fail with. */
public final class OpeningFailures {
  /**
   * What Cassandra says when it has not compared the password at all, because the replicas of its
   * roles were out of reach. The driver makes the same exception of both.
   */
  private static final String NOT_COMPARED = "Unable to perform authentication";

  /** What Java's client says of a server that answers with an error of its own. */
  private static final String HTTP_SERVER_ERROR = "Server returned HTTP response code: 5";

  private OpeningFailures() {}

  /** Whether what a node failed with is that it does not accept the credentials. */
  public static boolean isRefusal(Throwable ofNode) {
    return ofNode instanceof AuthenticationException
        && !String.valueOf(ofNode.getMessage()).contains(NOT_COMPARED);
  }

  /** Whether every node that was tried refused the credentials. */
  static boolean isRefused(Throwable error) {
    return error instanceof AllNodesFailedException all
        && !all.getAllErrors().isEmpty()
        && all.getAllErrors().values().stream()
            .allMatch(errors -> errors.stream().anyMatch(OpeningFailures::isRefusal));
  }

  /** Whether it is the settings, or the files they name, and no later attempt can do better. */
  static boolean isHopeless(Throwable error) {
    return !(error instanceof DriverException
        || error instanceof ClosedChannelException
        || isOfNetwork(error));
  }

  /**
   * Before it makes a session of a secure connect bundle, the driver asks the cloud where the nodes
   * are, and fails with what Java's client throws, or with an exception around that.
   */
  private static boolean isOfNetwork(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof SSLHandshakeException
          || String.valueOf(cause.getMessage()).startsWith(HTTP_SERVER_ERROR)) {
        return true;
      }
    }
    return false;
  }
}
