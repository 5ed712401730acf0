package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.VenueProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every venue's provider refuses before it is started, each at its option. */
class ProviderValidationTest {

  record Case(Provider provider, Offer offer) {
    @Override
    public String toString() {
      return provider.name() + " " + offer.dataset().label() + " " + offer.mode().label();
    }
  }

  static Stream<Case> offers() {
    List<Case> cases = new ArrayList<>();
    for (Provider provider : ServiceLoader.load(Provider.class)) {
      if (provider instanceof VenueProvider) {
        provider.offers().forEach(offer -> cases.add(new Case(provider, offer)));
      }
    }
    return cases.stream();
  }

  /** A configuration that is fine, with some options replaced; null removes one. */
  private static Map<String, String> config(Case venue, String... changes) {
    Map<String, String> config = new HashMap<>();
    config.put("name", "test");
    config.put("provider", venue.provider.name());
    config.put("dataset", venue.offer.dataset().label());
    config.put("mode", venue.offer.mode().label());
    config.put("symbols", venue.provider.symbolExample().split("[ ,]", -1)[0]);
    config.put("topic", "t");
    config.put("api.key", "k3y");
    if (venue.offer.dataset() == Dataset.BAR) {
      List<String> intervals = venue.offer.intervals();
      config.put("interval", intervals.isEmpty() ? "1m" : intervals.get(0));
    }
    if (venue.provider.name().equals("http")) {
      config.put("json.url", "https://api.example.com/${symbol}");
      for (String field : List.of("time", "price", "quantity", "open", "high", "low", "close")) {
        config.put("json.field." + field, "/" + field);
      }
    }
    for (int i = 0; i < changes.length; i += 2) {
      config.put(changes[i], changes[i + 1]);
    }
    config.values().removeIf(value -> value == null);
    return config;
  }

  private static Map<String, String> errors(Map<String, String> config) {
    Map<String, String> errors = new TreeMap<>();
    for (ConfigValue value : new MarketSourceConnector().validate(config).configValues()) {
      if (!value.errorMessages().isEmpty()) {
        errors.put(value.name(), value.errorMessages().toString());
      }
    }
    return errors;
  }

  @ParameterizedTest
  @MethodSource("offers")
  void whatIsOfferedIsAccepted(Case venue) {
    assertThat(errors(config(venue))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("offers")
  void anIntervalItDoesNotHaveIsAnsweredWithThoseItHas(Case venue) {
    if (venue.offer.intervals().isEmpty()) {
      return;
    }
    Map<String, String> errors = errors(config(venue, "interval", "7m"));

    assertThat(errors).containsOnlyKeys("interval");
    assertThat(errors.get("interval"))
        .contains("is 7m")
        .contains(String.join(", ", venue.offer.intervals()));
  }

  @ParameterizedTest
  @MethodSource("offers")
  void aModeItDoesNotHaveIsRefused(Case venue) {
    Mode other = venue.offer.mode() == Mode.POLL ? Mode.STREAM : Mode.POLL;
    boolean has =
        venue.provider.offers().stream()
            .anyMatch(offer -> offer.dataset() == venue.offer.dataset() && offer.mode() == other);
    if (!has) {
      assertThat(errors(config(venue, "mode", other.label()))).containsOnlyKeys("mode");
    }
  }

  @ParameterizedTest
  @MethodSource("offers")
  void aMissingKeyIsRefusedWhereOneIsNeeded(Case venue) {
    Map<String, String> errors = errors(config(venue, "api.key", null));

    if (venue.provider.apiKey() == ApiKey.REQUIRED) {
      assertThat(errors).containsOnlyKeys("api.key");
    } else {
      assertThat(errors).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("offers")
  void aSymbolThatCannotBeOneIsNamed(Case venue) {
    if (venue.provider.symbolSyntax().matcher("B T C!").matches()) {
      return;
    }
    assertThat(errors(config(venue, "symbols", "B T C!")).get("symbols"))
        .contains("B T C!")
        .contains(venue.provider.symbolExample());
  }

  @ParameterizedTest
  @MethodSource("offers")
  void moreSymbolsPerRequestThanThereMayBeAreRefused(Case venue) {
    assertThat(errors(config(venue, "batch.symbols.max", "10000")))
        .containsOnlyKeys("batch.symbols.max");
  }

  @ParameterizedTest
  @MethodSource("offers")
  void exactlyOnceIsSupportedWhereThereIsHistory(Case venue) {
    boolean history =
        !venue.provider.name().equals("http")
            && (venue.offer.dataset() == Dataset.BAR
                || (venue.offer.dataset() == Dataset.TRADE
                    && List.of("binance", "coinbase", "massive").contains(venue.provider.name())));

    assertThat(new MarketSourceConnector().exactlyOnceSupport(config(venue)))
        .isEqualTo(history ? ExactlyOnceSupport.SUPPORTED : ExactlyOnceSupport.UNSUPPORTED);
  }

  private static Case named(String provider, Dataset dataset, Mode mode) {
    return offers()
        .filter(some -> some.provider.name().equals(provider))
        .filter(some -> some.offer.dataset() == dataset && some.offer.mode() == mode)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void singleTradesAreExactlyOnceWithAKeyOnly() {
    Case trades = named("binance", Dataset.TRADE, Mode.STREAM);
    Map<String, String> keyed = config(trades, "stream.raw.trades", "true");
    Map<String, String> keyless = config(trades, "stream.raw.trades", "true", "api.key", null);

    assertThat(new MarketSourceConnector().exactlyOnceSupport(keyed))
        .isEqualTo(ExactlyOnceSupport.SUPPORTED);
    assertThat(new MarketSourceConnector().exactlyOnceSupport(keyless))
        .isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
  }

  @Test
  void anOffsetOfNumberedTradesHasANumber() {
    Map<String, String> config = config(named("binance", Dataset.TRADE, Mode.POLL));
    Map<String, String> partition =
        Map.of("provider", "binance", "dataset", "trade", "symbol", "BTCUSDT");
    MarketSourceConnector connector = new MarketSourceConnector();

    assertThat(connector.alterOffsets(config, Map.of(partition, Map.of("ts", 1L, "id", "77"))))
        .isTrue();
    assertThat(connector.alterOffsets(config, Map.of(partition, Map.of("ts", 1L, "id", ""))))
        .isTrue();
    assertThatThrownBy(
            () ->
                connector.alterOffsets(config, Map.of(partition, Map.of("ts", 1L, "id", "closed"))))
        .hasMessageContaining("\"id\" must be the number of a trade");
  }

  private static List<String> symbols(int count) {
    return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
  }

  @Test
  void moreSymbolsThanAKeysConnectionsCarryAreRefused() {
    Case finnhub = named("finnhub", Dataset.TRADE, Mode.STREAM);
    Case twelvedata = named("twelvedata", Dataset.QUOTE, Mode.STREAM);
    String nine = String.join(",", symbols(9));
    String thousands = String.join(",", symbols(1_501));

    assertThat(errors(config(finnhub, "symbols", String.join(",", symbols(51)))).get("symbols"))
        .contains("has 51, more than the 50 that a key may stream over its one connection")
        .contains("raise finnhub.stream.symbols.max");
    assertThat(errors(config(twelvedata, "symbols", nine)).get("symbols"))
        .contains("has 9, more than the 8 that a key may stream over its one connection")
        .contains("twelvedata.plan");
    assertThat(errors(config(twelvedata, "symbols", thousands, "twelvedata.plan", "pro")))
        .containsOnlyKeys("symbols")
        .extractingByKey("symbols")
        .asString()
        .contains("has 1501, more than the 1500", "over its 3 connections of 500 each");
    assertThat(errors(config(twelvedata, "symbols", nine, "twelvedata.plan", "pro"))).isEmpty();
    assertThat(errors(config(twelvedata, "symbols", nine, "twelvedata.stream.symbols.max", "9")))
        .isEmpty();
    assertThat(errors(config(named("twelvedata", Dataset.QUOTE, Mode.POLL), "symbols", nine)))
        .isEmpty();
  }

  @Test
  void aFileOfMoreSymbolsThanAKeysConnectionsCarryIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("symbols.txt"), symbols(60));
    Case finnhub = named("finnhub", Dataset.TRADE, Mode.STREAM);

    assertThat(errors(config(finnhub, "symbols", null, "symbols.file", file.toString())))
        .containsOnlyKeys("symbols.file")
        .extractingByKey("symbols.file")
        .asString()
        .contains("has 60, more than the 50");
  }

  @Test
  void everyMistakeInAJsonConfigurationIsReportedAtOnce() {
    Map<String, String> errors =
        errors(
            config(
                named("http", Dataset.QUOTE, Mode.POLL),
                "json.url",
                "api.example.com/${simbol}",
                "json.headers",
                "broken",
                "json.time.format",
                "{",
                "json.page.mode",
                "window",
                "json.field.price",
                "price",
                "json.error.symbol.status",
                "("));

    assertThat(errors)
        .containsOnlyKeys(
            "json.url",
            "json.headers",
            "json.time.format",
            "json.page.mode",
            "json.field.price",
            "json.error.symbol.status");
  }
}
