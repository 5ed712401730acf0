package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.limit.Backoff;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Symbols that share a connection, the connection, and the one that is about to replace it. Used by
 * the loop only.
 */
final class Lane {

  final List<Subject> subjects;
  final Backoff backoff;
  @Nullable Connection current;
  @Nullable Connection successor;
  long connectAtMs;

  /** When to connect again after the last failure, of whichever connection. */
  long againAtMs;

  /** Whether people have been told of a failure that is not over. */
  boolean told;

  Lane(List<Subject> subjects, Backoff backoff) {
    this.subjects = List.copyOf(subjects);
    this.backoff = backoff;
  }

  boolean has(Connection connection) {
    return connection == current || connection == successor;
  }

  Stream<Connection> connections() {
    return Stream.of(current, successor).flatMap(Stream::ofNullable);
  }

  /** The symbols to subscribe to now: those that are not known to be unknown. */
  List<String> symbols(long nowMs) {
    return subjects.stream()
        .filter(subject -> subject.unknownUntilMs <= nowMs)
        .map(subject -> subject.track.symbol())
        .toList();
  }

  /** When the first symbol that turned out unknown is to be tried again. */
  long retryAtMs() {
    return subjects.stream()
        .mapToLong(s -> s.unknownUntilMs)
        .filter(at -> at > 0)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  void disconnect() {
    connections().forEach(Connection::cancel);
    current = null;
    successor = null;
  }
}
