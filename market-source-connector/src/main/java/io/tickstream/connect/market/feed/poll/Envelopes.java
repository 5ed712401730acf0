package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.event.Document;
import io.tickstream.connect.market.event.Fingerprint;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Partition;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whole answers as single events. Of data without history an answer is one if its text has changed
 * for the symbols asked for together; of data with history, if it brings something new of its
 * symbol, whose position it gets. Used by the fetching thread only.
 */
final class Envelopes {

  private final FeedContext context;
  private final String provider;
  private final String timeField;
  private final Map<String, Track> tracks = new HashMap<>();

  Envelopes(String provider, FeedContext context, String timeField) {
    this.provider = provider;
    this.context = context;
    this.timeField = timeField;
  }

  /** The answer as an event; null when it says the same as the last one. */
  @Nullable Positioned changed(List<String> symbols, Response response) {
    String joined = String.join(",", symbols);
    return tracks.computeIfAbsent(joined, this::track).advance(document(joined, response), null);
  }

  /** The answer as an event at the position of the last of one symbol's news; null without any. */
  @Nullable Positioned around(List<Positioned> news, Response response) {
    if (news.isEmpty()) {
      return null;
    }
    Positioned last = news.get(news.size() - 1);
    Document document = document(last.event().symbol(), response);
    return new Positioned(document, last.partition(), last.offset(), null, List.of());
  }

  private Document document(String symbol, Response response) {
    String text = response.text().strip();
    return new Document(
        symbol,
        response.receivedMs(),
        stamped(text, response.receivedMs()),
        new Fingerprint().add(text).toString());
  }

  private Track track(String joined) {
    return Track.resume(
        new Partition(
            provider, context.settings().dataset(), joined, context.settings().interval()),
        context.offsets()::find,
        Cursor.from(0),
        false,
        context.emitUnchanged());
  }

  private String stamped(String text, long receivedMs) {
    if (timeField.isEmpty() || !text.endsWith("}")) {
      return text;
    }
    String body = text.substring(0, text.length() - 1).stripTrailing();
    return body
        + (body.endsWith("{") ? "" : ",")
        + "\""
        + timeField
        + "\":\""
        + Instant.ofEpochMilli(receivedMs).truncatedTo(ChronoUnit.SECONDS)
        + "\"}";
  }
}
