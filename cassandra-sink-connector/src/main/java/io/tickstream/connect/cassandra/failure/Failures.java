package io.tickstream.connect.cassandra.failure;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.ConnectionInitException;
import com.datastax.oss.driver.api.core.connection.FrameTooLongException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.AlreadyExistsException;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.CASWriteUnknownException;
import com.datastax.oss.driver.api.core.servererrors.CDCWriteFailureException;
import com.datastax.oss.driver.api.core.servererrors.FunctionFailureException;
import com.datastax.oss.driver.api.core.servererrors.InvalidConfigurationInQueryException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.QueryConsistencyException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.SyntaxError;
import com.datastax.oss.driver.api.core.servererrors.TruncateException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import com.datastax.oss.driver.internal.core.adminrequest.UnexpectedResponseException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** Sorts what the driver throws. */
public final class Failures {

  private static final Pattern SCHEMA =
      Pattern.compile(
          "unconfigured table|(table|keyspace) \\S+ does not exist"
              + "|undefined column name|unknown identifier",
          Pattern.CASE_INSENSITIVE);

  private Failures() {}

  /**
   * What follows from an error.
   *
   * @param repeatable whether writing the same again would change nothing
   */
  public static Failure classify(Throwable thrown, boolean repeatable) {
    Throwable error = unwrap(thrown);
    if (error instanceof AllNodesFailedException all) {
      return allNodes(all, repeatable);
    }
    if (error instanceof OverloadedException
        || error instanceof RequestThrottlingException
        || error instanceof BusyConnectionException) {
      // Turned away at the door: nothing was written.
      return Failure.OVERLOADED;
    }
    if (neverStarted(error)) {
      return Failure.RETRIABLE;
    }
    if (isOfSchema(error)) {
      return Failure.FATAL;
    }
    if (isData(error)) {
      return Failure.DATA;
    }
    if (mayHaveHappened(error)) {
      if (!repeatable) {
        return Failure.UNKNOWN_OUTCOME;
      }
      boolean overload =
          error instanceof WriteTimeoutException
              || error instanceof DriverTimeoutException
              // There is no space for more changes until somebody has read those that wait.
              || error instanceof CDCWriteFailureException;
      return overload ? Failure.OVERLOADED : Failure.RETRIABLE;
    }
    // Unauthorised, a protocol error, an Error of the virtual machine: nobody's row is at fault.
    return Failure.FATAL;
  }

  /** The first cause that says something. */
  public static Throwable unwrap(Throwable thrown) {
    Throwable error = thrown;
    while (error instanceof CompletionException && error.getCause() != null) {
      error = error.getCause();
    }
    return error;
  }

  private static boolean neverStarted(Throwable error) {
    return error instanceof UnavailableException
        || error instanceof BootstrappingException
        || error instanceof NodeUnavailableException
        || error instanceof ConnectionInitException
        || error instanceof SchemaBehindException
        || error instanceof AuthenticationException
        // A node that does not know the statement was asked to prepare it, and could not just then.
        || error instanceof UnexpectedResponseException
        || isOfClosingChannel(error);
  }

  /** The driver has no class of its own for a connection that takes no more requests. */
  private static boolean isOfClosingChannel(Throwable error) {
    return error instanceof IllegalStateException
        && "Channel is closing".equals(error.getMessage());
  }

  /**
   * Table or column are gone. That is true of every record to come: better to stop than to fill the
   * dead letter queue. Cassandra tells it from bad data by its words only.
   */
  public static boolean isOfSchema(Throwable error) {
    return error instanceof InvalidQueryException
        && SCHEMA.matcher(String.valueOf(error.getMessage())).find();
  }

  private static boolean isData(Throwable error) {
    return error instanceof InvalidQueryException
        || error instanceof SyntaxError
        || error instanceof InvalidConfigurationInQueryException
        || error instanceof AlreadyExistsException
        || error instanceof FunctionFailureException
        || error instanceof FrameTooLongException
        || (error instanceof ServerError && isTooLarge(error));
  }

  /** Cassandra before 4.0 has no error of its own for a mutation above its limit. */
  private static boolean isTooLarge(Throwable error) {
    return String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("too large");
  }

  private static boolean mayHaveHappened(Throwable error) {
    return error instanceof QueryConsistencyException
        || error instanceof CASWriteUnknownException
        || error instanceof CDCWriteFailureException
        || error instanceof DriverTimeoutException
        || error instanceof ClosedConnectionException
        || error instanceof HeartbeatException
        // Not of the driver's own kind: what the network says when a node dies in mid-request.
        || error instanceof IOException
        || error instanceof ServerError
        || error instanceof TruncateException;
  }

  /** As bad as the worst of the nodes; without any, no node was even tried. */
  private static Failure allNodes(AllNodesFailedException all, boolean repeatable) {
    Failure worst = Failure.RETRIABLE;
    Collection<List<Throwable>> errors = all.getAllErrors().values();
    for (List<Throwable> ofNode : errors) {
      for (Throwable error : ofNode) {
        Failure failure = classify(error, repeatable);
        if (failure.compareTo(worst) > 0) {
          worst = failure;
        }
      }
    }
    return worst;
  }
}
