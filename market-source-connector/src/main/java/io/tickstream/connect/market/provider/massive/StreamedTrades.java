package io.tickstream.connect.market.provider.massive;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The stream {@code T}. */
final class StreamedTrades extends MassiveVenue {

  StreamedTrades(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    throw new UnsupportedOperationException("trades are only streamed");
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    throw new UnsupportedOperationException("trades are only streamed");
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(new MassiveStream(settings, "T", (node, receivedMs) -> trade(node)));
  }

  private static Trade trade(JsonNode node) {
    return new Trade(
        Json.requireText(node.get("sym"), "sym"),
        Json.epochMs(node.get("t"), TimeUnit.MILLISECONDS, "t"),
        Json.requireAmount(node.get("p"), "p"),
        Json.requireAmount(node.get("s"), "s"),
        id(node),
        null,
        null,
        conditions(node.get("c")),
        null);
  }

  /** An id is one only together with the exchange and, off exchange, the reporting facility. */
  private static String id(JsonNode node) {
    String id = Json.requireText(node.get("x"), "x") + "-" + Json.requireText(node.get("i"), "i");
    String facility = Json.text(node.get("trfi"));
    return facility == null ? id : id + "-" + facility;
  }

  private static @Nullable List<String> conditions(@Nullable JsonNode node) {
    if (node == null || !node.isArray()) {
      return null;
    }
    List<String> conditions = new ArrayList<>();
    node.forEach(code -> conditions.add(code.asText()));
    return List.copyOf(conditions);
  }
}
