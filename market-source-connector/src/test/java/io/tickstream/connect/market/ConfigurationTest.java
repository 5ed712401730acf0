package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  private static Map<String, String> config(String... options) {
    Map<String, String> config = new HashMap<>();
    config.put("name", "test");
    config.put("provider", "stockdata");
    config.put("dataset", "quote");
    config.put("symbols", "AAPL");
    config.put("api.key", "k3y");
    config.put("topic", "quotes");
    for (int i = 0; i < options.length; i += 2) {
      if (options[i + 1] == null) {
        config.remove(options[i]);
      } else {
        config.put(options[i], options[i + 1]);
      }
    }
    return config;
  }

  /** The errors by option. */
  private static Map<String, List<String>> errors(String... options) {
    Map<String, List<String>> errors = new TreeMap<>();
    for (ConfigValue value : new MarketSourceConnector().validate(config(options)).configValues()) {
      if (!value.errorMessages().isEmpty()) {
        errors.put(value.name(), value.errorMessages());
      }
    }
    return errors;
  }

  private static void assertError(String option, String message, String... options) {
    assertThat(errors(options)).containsOnlyKeys(option);
    assertThat(errors(options).get(option)).singleElement().asString().contains(message);
  }

  @Test
  void aGoodConfigurationHasNoErrors() {
    assertThat(errors()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() {
    assertThat(errors("provider", null, "dataset", null, "topic", null))
        .containsOnlyKeys("provider", "dataset", "topic");
  }

  @Test
  void anUnknownProviderIsAnsweredWithThoseThereAre() {
    assertThat(errors("provider", "nyse").get("provider"))
        .singleElement()
        .asString()
        .contains("nyse")
        .contains("simulator")
        .contains("stockdata");
  }

  @Test
  void aProviderWithoutTheDatasetSaysWhatItHas() {
    assertError("dataset", "provider stockdata has no trade; it has quote", "dataset", "trade");
  }

  @Test
  void aProviderWithoutTheModeSaysWhatItHas() {
    assertError("mode", "provider stockdata has no quote by stream", "mode", "stream");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertError("api.key", "is missing; provider stockdata requires it", "api.key", null);
    assertError("api.key", "is missing", "api.key", " ");
  }

  @Test
  void barsNeedAnInterval() {
    assertError(
        "interval", "is missing", "provider", "simulator", "dataset", "bar", "api.key", null);
    assertError(
        "interval",
        "is 1x; it must be a number followed by",
        "provider",
        "simulator",
        "dataset",
        "bar",
        "interval",
        "1x");
  }

  @Test
  void symbolsAreNeededFromOnePlaceOnly() {
    assertError("symbols", "is empty; list symbols such as", "symbols", null);
    assertError("symbols", "is set together with symbols.file", "symbols.file", "pom.xml");
    assertThat(errors("symbols", null, "symbols.discovery", "true"))
        .containsOnlyKeys("symbols.discovery");
    assertError("symbols.file", "cannot read", "symbols", null, "symbols.file", "/no/file");
  }

  @Test
  void symbolsOfTheWrongSyntaxAreNamed() {
    assertError("symbols", "has ???, A B", "symbols", "AAPL,A B,???");
  }

  @Test
  void aBatchOverThePlanIsRefused() {
    assertError("batch.symbols.max", "is 4; provider stockdata allows 3", "batch.symbols.max", "4");
    assertThat(errors("batch.symbols.max", "4", "stockdata.plan", "basic")).isEmpty();
  }

  @Test
  void rangesAndWordsAreChecked() {
    assertError("poll.interval.ms", "must be 1 or more", "poll.interval.ms", "0");
    assertError("stockdata.plan", "must be one of free, basic", "stockdata.plan", "gold");
    assertError("stockdata.zone", "must be a time zone", "stockdata.zone", "Mars");
    assertError("value.mode", "must be one of record, raw", "value.mode", "xml");
    assertError("start.from", "must be latest, earliest", "start.from", "yesterday");
    assertError("topic", "unknown placeholder", "topic", "x.${venue}");
    assertError("topic", "must be a topic name", "topic", "a topic");
    assertError("base.url", "must be empty or an address", "base.url", "ftp://x");
    assertError("record.headers", "must be a list of", "record.headers", "provider,venue");
    assertError("symbols.discovery.regex", "regular expression", "symbols.discovery.regex", "(");
  }

  @Test
  void combinationsThatCannotWorkAreRefused() {
    assertError("value.mode", "only bars can be", "value.mode", "ohlc_flat");
    assertError(
        "retry.backoff.initial.ms",
        "more than retry.backoff.max.ms=5",
        "retry.backoff.max.ms",
        "5");
    assertError("http.headers", "\"Name: value\" pairs", "http.headers", "nonsense");
    assertError(
        "value.mode",
        "provider simulator has no answers to pass on",
        "provider",
        "simulator",
        "value.mode",
        "raw");
    assertError(
        "sim.format",
        "is bar, which needs dataset=bar",
        "provider",
        "simulator",
        "sim.format",
        "bar");
    assertError(
        "sim.duplicate.ratio",
        "add up to 1.2",
        "provider",
        "simulator",
        "sim.duplicate.ratio",
        "0.6",
        "sim.late.ratio",
        "0.6");
    assertError("replay.files", "is empty", "provider", "replay");
    assertError(
        "replay.files", "/no/such.csv", "provider", "replay", "replay.files", "/no/such.csv");
  }

  @Test
  void noErrorShowsASecret() {
    Map<String, List<String>> all =
        errors(
            "base.url",
            "https://user:k3y@host/?k3y",
            "http.headers",
            "k3y",
            "symbols",
            null,
            "dataset",
            "trade");
    assertThat(all.toString()).doesNotContain("k3y");
    assertThat(errors("http.headers", "X-Key: k3y\u0001").toString()).doesNotContain("k3y");
  }
}
