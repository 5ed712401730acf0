package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.provider.Response;
import org.jspecify.annotations.Nullable;

/** What a connection tells the loop. */
sealed interface Signal {

  Connection connection();

  record Opened(Connection connection) implements Signal {}

  record Heard(Connection connection, String text, long receivedMs) implements Signal {}

  /**
   * The connection is over.
   *
   * @param refusal the answer to the handshake, where it was another than expected
   */
  record Ended(Connection connection, @Nullable Response refusal, String reason)
      implements Signal {}
}
