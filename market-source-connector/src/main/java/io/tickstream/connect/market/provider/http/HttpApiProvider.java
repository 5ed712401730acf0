package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.core.JsonPointer;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Problems;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Any JSON API over HTTP, described by options: how to ask, where the records and their fields
 * stand, how to page, what errors look like.
 */
public final class HttpApiProvider implements VenueProvider {

  private static final List<String> TEMPLATES =
      List.of(JsonOptions.URL, JsonOptions.HEADERS, JsonOptions.BODY);

  private static final Map<Dataset, List<String>> REQUIRED =
      Map.of(
          Dataset.TRADE, List.of("time", "price", "quantity"),
          Dataset.BAR, List.of("time", "open", "high", "low", "close"),
          Dataset.QUOTE, List.of());

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String label(Settings settings) {
    return settings.options().getString(JsonOptions.NAME);
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.TRADE, Mode.POLL),
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.bars(Mode.POLL));
  }

  @Override
  public ApiKey apiKey() {
    return ApiKey.OPTIONAL;
  }

  @Override
  public int batchLimit(Settings settings) {
    // Asked before anything is known to be valid, so no more is read than needed.
    AbstractConfig options = settings.options();
    return places(options, Template.SYMBOLS, Template.SYMBOLS_JSON)
        ? Math.toIntExact(options.getLong(JsonOptions.SYMBOLS_MAX))
        : 1;
  }

  /** Whether one of the places stands anywhere in the request. */
  private static boolean places(AbstractConfig options, String... places) {
    return TEMPLATES.stream()
        .map(option -> new Template(options.getString(option)))
        .anyMatch(template -> template.has(places));
  }

  @Override
  public void addOptions(ConfigDef def) {
    JsonOptions.define(def);
  }

  @Override
  public Venue open(Settings settings) {
    return new HttpApiVenue(settings);
  }

  @Override
  public void check(Settings settings, Problems problems) {
    AbstractConfig options = settings.options();
    String url = options.getString(JsonOptions.URL).trim();
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      problems.add(
          JsonOptions.URL,
          (url.isEmpty() ? "is missing" : "is no address")
              + "; it begins with http:// or https://, such as https://api.example.com/quote?s=${symbol}");
    }
    for (String option : TEMPLATES) {
      Template template = new Template(options.getString(option));
      if (!template.unknown().isEmpty()) {
        problems.add(option, "has unknown places " + template.unknown());
      }
    }
    checkHeaders(options, problems);
    checkFields(settings.dataset(), options, problems);
    checkTimes(options, problems);
    checkPaging(options, problems);
    ErrorRules.check(options, problems);
  }

  private static void checkHeaders(AbstractConfig options, Problems problems) {
    try {
      Call.parseHeaders(options.getString(JsonOptions.HEADERS));
    } catch (IllegalArgumentException malformed) {
      problems.add(JsonOptions.HEADERS, String.valueOf(malformed.getMessage()));
    }
  }

  private static void checkFields(Dataset dataset, AbstractConfig options, Problems problems) {
    checkPointer(JsonOptions.RECORDS, options, problems);
    for (String name : JsonOptions.fields()) {
      String option = JsonOptions.field(name);
      String place = options.getString(option).trim();
      boolean computed = place.equals(JsonOptions.COMPUTED) && name.startsWith("change");
      if (place.isEmpty() || computed) {
        continue;
      }
      try {
        new Field(place);
      } catch (IllegalArgumentException malformed) {
        problems.add(option, "is " + place + "; it " + malformed.getMessage());
      }
    }
    for (String name : REQUIRED.getOrDefault(dataset, List.of())) {
      if (options.getString(JsonOptions.field(name)).isBlank()) {
        problems.add(
            JsonOptions.field(name), "is missing; dataset " + dataset.label() + " needs it");
      }
    }
    if (dataset == Dataset.TRADE
        && options.getBoolean(JsonOptions.SEQUENTIAL)
        && options.getString(JsonOptions.field("id")).isBlank()) {
      problems.add(
          JsonOptions.field("id"), "is missing; " + JsonOptions.SEQUENTIAL + "=true needs it");
    }
    if (dataset == Dataset.QUOTE
        && List.of("price", "bid", "ask").stream()
            .allMatch(name -> options.getString(JsonOptions.field(name)).isBlank())) {
      problems.add(JsonOptions.field("price"), "is missing; a quote needs it, or bid and ask");
    }
  }

  private static void checkPointer(String option, AbstractConfig options, Problems problems) {
    try {
      JsonPointer.compile(options.getString(option).trim());
    } catch (IllegalArgumentException malformed) {
      problems.add(option, "must be a JSON pointer such as /data, or empty");
    }
  }

  private static void checkTimes(AbstractConfig options, Problems problems) {
    for (String option : List.of(JsonOptions.TIME_FORMAT, JsonOptions.CURSOR_FORMAT)) {
      try {
        new TimeFormat(options.getString(option), ZoneOffset.UTC);
      } catch (IllegalArgumentException malformed) {
        problems.add(option, "must be s, ms, us, ns, iso or a pattern such as uuuu-MM-dd HH:mm:ss");
      }
    }
  }

  private static void checkPaging(AbstractConfig options, Problems problems) {
    String mode = options.getString(JsonOptions.PAGING);
    List<String> needed = new ArrayList<>();
    switch (mode) {
      case "link" -> checkPage(JsonOptions.PAGE_LINK, mode, options, problems);
      case "token" -> {
        checkPage(JsonOptions.PAGE_TOKEN, mode, options, problems);
        needed.add(Template.PAGE_TOKEN);
      }
      case "number" -> needed.add(Template.PAGE);
      case "window" -> needed.addAll(List.of(Template.CURSOR_TS, Template.WINDOW_END));
      case "cursor" -> {
        if (!places(options, Template.CURSOR_TS, Template.CURSOR_ID)) {
          needed.add(Template.CURSOR_TS);
        }
      }
      default -> {
        // Without paging nothing is needed.
      }
    }
    for (String place : needed) {
      if (!places(options, place)) {
        problems.add(
            JsonOptions.PAGING,
            "is " + mode + ", but nowhere in the request stands ${" + place + "}");
      }
    }
  }

  private static void checkPage(
      String option, String mode, AbstractConfig options, Problems problems) {
    if (options.getString(option).isBlank()) {
      problems.add(option, "is missing; json.page.mode=" + mode + " needs it");
    } else {
      checkPointer(option, options, problems);
    }
  }
}
