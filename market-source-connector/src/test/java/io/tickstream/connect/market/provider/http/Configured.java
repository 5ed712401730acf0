package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.VenueFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider {@code http}, configured. */
final class Configured {

  private Configured() {}

  /** With a page of configuration from the tests' resources. */
  static Probe page(String file, Dataset dataset, @Nullable String interval, List<String> symbols) {
    Map<String, String> options = new HashMap<>();
    try (InputStream in = Configured.class.getResourceAsStream("/http/" + file)) {
      JsonNode page = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      page.properties().forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Probe.of(new HttpApiProvider(), dataset, Mode.POLL, interval, symbols, options);
  }

  /** With single options: name, value, name, value. */
  static Probe options(Dataset dataset, List<String> symbols, String... namesAndValues) {
    Settings settings = settings(dataset, symbols, namesAndValues);
    HttpApiProvider provider = new HttpApiProvider();
    return new Probe(provider, settings, provider.open(settings));
  }

  /** The same without opening it, which takes valid options. */
  static Settings settings(Dataset dataset, List<String> symbols, String... namesAndValues) {
    Map<String, String> options = new HashMap<>();
    options.put("json.url", "https://api.example.com/x");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      options.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return VenueFixture.settings(
        new HttpApiProvider(),
        dataset,
        Mode.POLL,
        dataset == Dataset.BAR ? "1m" : null,
        symbols,
        options);
  }
}
