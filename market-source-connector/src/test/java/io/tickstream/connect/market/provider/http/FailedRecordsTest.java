package io.tickstream.connect.market.provider.http;

import static io.tickstream.connect.market.event.Dataset.TRADE;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers about several symbols, in which records are errors. */
class FailedRecordsTest {

  private static final String[] OPTIONS = {
    "json.symbols.max", "2",
    "json.time.format", "ms",
    "json.field.symbol", "/s",
    "json.field.time", "/t",
    "json.field.price", "/p",
    "json.field.quantity", "/p",
    "json.field.id", "/t",
    "json.missing.is.unknown", "true",
    "json.error.throttled.pointer", "/error"
  };

  private static final String GOOD_A = "{\"s\":\"A\",\"t\":5,\"p\":1}";
  private static final String GOOD_B = "{\"s\":\"B\",\"t\":6,\"p\":1}";
  private static final String BAD_B = "{\"s\":\"B\",\"error\":429}";
  private static final String NAMELESS = "{\"error\":429}";

  private static Probe probe(String... more) {
    List<String> options = new ArrayList<>(List.of(OPTIONS));
    options.addAll(List.of(more));
    return Configured.options(TRADE, List.of("A", "B"), options.toArray(String[]::new));
  }

  private final Probe windows =
      probe(
          "json.url",
          "https://api.example.com/x?s=${symbols}&from=${cursor.ts}&to=${window.end}",
          "json.page.mode",
          "window",
          "json.page.window.ms",
          "60000");

  private final Request first = windows.request(Cursor.from(NOW_MS - 150_000));

  private Page answer(Request request, String... records) {
    String body = List.of(records).toString();
    return (Page) windows.venue().parse(request, Response.of(200, body, NOW_MS));
  }

  private static List<String> symbols(Page page) {
    return page.items().stream().map(item -> item.event().symbol()).toList();
  }

  @Test
  void theWindowsAheadBringNothingOfASymbolThatFailed() {
    Page page = answer(first, GOOD_A, BAD_B);
    Page ahead = answer(page.next(), GOOD_A, GOOD_B);
    Page last = answer(ahead.next(), BAD_B, GOOD_B, GOOD_A);

    assertThat(symbols(page)).containsExactly("A");
    assertThat(symbols(ahead)).containsExactly("A");
    assertThat(symbols(last)).containsExactly("A");
    assertThat(last.next()).isNull();
    assertThat(symbols(answer(first, GOOD_A, GOOD_B))).containsExactly("A", "B");
  }

  @Test
  void aSymbolThatFailedIsNotUnknown() {
    Page page = answer(first, GOOD_A, BAD_B);

    assertThat(page.unknown()).isEmpty();
    assertThat(answer(page.next(), GOOD_A).unknown()).isEmpty();
    assertThat(answer(first, GOOD_A).unknown()).containsExactly("B");
  }

  @Test
  void aFailureThatNamesNoSymbolIsTheLastPage() {
    Page page = answer(first, GOOD_A, NAMELESS);

    assertThat(symbols(page)).containsExactly("A");
    assertThat(page.unknown()).isEmpty();
    assertThat(page.next()).isNull();
  }

  @Test
  void withoutHistoryPagesGoOn() {
    Probe pages =
        probe(
            "json.url",
            "https://api.example.com/x?s=${symbols}&p=${page}",
            "json.page.mode",
            "number",
            "json.page.size",
            "2");
    Page page = pages.page("[" + GOOD_A + "," + NAMELESS + "]");

    assertThat(page.next().url()).endsWith("p=2");
  }
}
