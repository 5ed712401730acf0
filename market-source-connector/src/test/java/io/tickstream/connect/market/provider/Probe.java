package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.offset.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A venue to put questions and recorded answers to. */
public record Probe(VenueProvider provider, Settings settings, Venue venue) {

  public static Probe of(
      VenueProvider provider,
      Dataset dataset,
      Mode mode,
      @Nullable String interval,
      List<String> symbols,
      Map<String, String> options) {
    Settings settings = VenueFixture.settings(provider, dataset, mode, interval, symbols, options);
    return new Probe(provider, settings, provider.open(settings));
  }

  public Request request(Cursor from) {
    return venue.request(settings.symbols(), from, VenueFixture.NOW_MS);
  }

  /** The answer to a request from the beginning. */
  public Reply reply(int status, String body) {
    return reply(Response.of(status, body, VenueFixture.NOW_MS));
  }

  public Reply reply(int status, String body, Map<String, String> headers) {
    return reply(
        new Response(status, headers, body.getBytes(StandardCharsets.UTF_8), VenueFixture.NOW_MS));
  }

  private Reply reply(Response response) {
    return venue.parse(request(Cursor.from(VenueFixture.NOW_MS - 3_600_000)), response);
  }

  public Page page(String body) {
    return (Page) reply(200, body);
  }

  public Page sample(String file) {
    return page(VenueFixture.text(file));
  }

  /** The events of a page, as what they are known to be. */
  public static <E extends MarketEvent> List<E> events(Page page, Class<E> type) {
    return page.items().stream().map(item -> type.cast(item.event())).toList();
  }

  public Stream stream() {
    return venue.stream().orElseThrow();
  }

  public Frame frame(String text) {
    return stream().parse(text, settings.symbols(), VenueFixture.NOW_MS);
  }

  public Frame sampleFrame(String file) {
    return frame(VenueFixture.text(file));
  }

  /** The events of a frame, those of frames inside it included. */
  public static <E extends MarketEvent> List<E> events(Frame frame, Class<E> type) {
    List<E> events = new ArrayList<>();
    if (frame instanceof Frame.Several several) {
      several.frames().forEach(inner -> events.addAll(events(inner, type)));
    } else if (frame instanceof Frame.Events some) {
      some.items().forEach(item -> events.add(type.cast(item.event())));
    }
    return events;
  }
}
