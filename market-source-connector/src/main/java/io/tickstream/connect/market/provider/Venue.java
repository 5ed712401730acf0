package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.offset.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * A provider bound to a configuration: how to ask, and what the answers mean. It holds no thread,
 * no retry and no clock. Stateless, so that any thread may call it.
 */
public interface Venue {

  /**
   * The request for everything from a cursor on, as far as the venue has it. It may begin before
   * the cursor, at it (the events there are dropped if known) or, where ids are sequential, right
   * behind it; never later.
   *
   * @param symbols no more than {@link Settings#batchSize}
   * @param from of several symbols the earliest; where the dataset has no history it does not
   *     matter
   */
  Request request(List<String> symbols, Cursor from, long nowMs);

  /**
   * Reads the answer to one of its requests. Throws nothing: what cannot be read is {@link
   * Failure.Transient}.
   */
  Reply parse(Request request, Response response);

  /**
   * Whether {@link #request} reaches back to any cursor, so that nothing is missed while the
   * connector is down.
   */
  boolean hasHistory();

  /**
   * Whether the ids of a symbol's trades are whole numbers that rise by one from trade to trade, so
   * that a gap shows.
   */
  default boolean sequentialIds() {
    return false;
  }

  /**
   * Whether the history has no holes: every trade's id follows the one before, every bar begins
   * where the one before ended. Then what a stream leaves out shows at once.
   */
  default boolean gapless() {
    return sequentialIds();
  }

  /** What the headers of an answer, of whatever status, tell about allowances. */
  default List<Usage> usage(Response response) {
    return List.of();
  }

  /** The request that lists the symbols there are, for {@code symbols.discovery}. */
  default Optional<Request> discovery() {
    return Optional.empty();
  }

  /**
   * Reads the answer to {@link #discovery}. Throws IllegalArgumentException when it is not such a
   * list.
   */
  default List<String> discovered(Response response) {
    return List.of();
  }

  /** How to stream, where the mode is {@link Mode#STREAM}. */
  default Optional<Stream> stream() {
    return Optional.empty();
  }
}
