package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** The reference of options is written from the definition itself. */
class OptionReferenceTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "market-source.md");

  private static final String INTRODUCTION =
      """
      # Market source: options

      `io.tickstream.connect.market.MarketSourceConnector`. This page is written from the connector's own definition.
      Options ending in `.ms` are milliseconds, in `.bytes` bytes. Options without a default have to be set. What the records
      hold is on its own page, [records](records.md), and so is what is particular about each [provider](providers.md).

      """;

  @Test
  void theReferenceOfOptionsIsUpToDate() throws Exception {
    String expected = document();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(DOCUMENT)
        .as("run mvn test -pl market-source-connector -am -Ddocs.write=true to write it anew")
        .hasContent(expected);
  }

  @Test
  void everyOptionIsDocumented() {
    assertThat(MarketSourceConfig.definition().configKeys().values())
        .allSatisfy(
            key -> {
              assertThat(key.documentation).as(key.name).isNotBlank().endsWith(".");
              assertThat(key.group).as(key.name).isNotBlank();
              assertThat(key.displayName).as(key.name).isNotBlank();
            });
  }

  private static String document() {
    StringBuilder text = new StringBuilder(INTRODUCTION).append(providers());
    Map<String, List<ConfigDef.ConfigKey>> groups = new LinkedHashMap<>();
    for (String name : List.of("Source", "Connection", "Records", "Polling", "Limits", "HTTP")) {
      groups.put(name, new ArrayList<>());
    }
    MarketSourceConfig.definition().configKeys().values().stream()
        .sorted(
            Comparator.comparing((ConfigDef.ConfigKey key) -> key.group.toLowerCase(Locale.ROOT)))
        .forEach(key -> groups.computeIfAbsent(key.group, name -> new ArrayList<>()).add(key));
    groups.forEach(
        (group, keys) -> {
          text.append("\n## ").append(heading(group)).append('\n');
          keys.stream()
              .sorted(Comparator.comparingInt(key -> key.orderInGroup))
              .forEach(key -> text.append(option(key)));
        });
    return text.append(metrics()).toString();
  }

  private static String heading(String group) {
    return Character.isLowerCase(group.charAt(0)) ? "Provider `" + group + "`" : group;
  }

  private static String option(ConfigDef.ConfigKey key) {
    StringBuilder facts = new StringBuilder(key.type.name().toLowerCase(Locale.ROOT));
    if (!key.hasDefault()) {
      facts.append(", required");
    } else if (key.defaultValue == null || key.defaultValue.toString().isEmpty()) {
      facts.append(", default: none");
    } else {
      String usual = ConfigDef.convertToString(key.defaultValue, key.type);
      facts.append(usual.isEmpty() ? ", default: none" : ", default: `" + usual + "`");
    }
    if (key.name.endsWith(".ms")) {
      facts.append(" ms");
    } else if (key.name.endsWith(".bytes")) {
      facts.append(" bytes");
    }
    if (key.validator != null) {
      facts.append("; ").append(key.validator.toString().replaceFirst("^, ", "empty, "));
    }
    return "\n### `%s`\n\n%s\n\n*%s. Importance: %s.*\n"
        .formatted(
            key.name, key.documentation, facts, key.importance.name().toLowerCase(Locale.ROOT));
  }

  private static String providers() {
    StringBuilder text =
        new StringBuilder(
            """
            ## Providers

            | `provider` | `dataset` | `mode` | `interval` | `api.key` |
            |---|---|---|---|---|
            """);
    List<Provider> providers = new ArrayList<>();
    ServiceLoader.load(Provider.class).forEach(providers::add);
    providers.sort(Comparator.comparing(Provider::name));
    for (Provider provider : providers) {
      for (Offer offer : provider.offers()) {
        boolean ofBars = offer.dataset().label().equals("bar");
        text.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                    provider.name(),
                    offer.dataset().label(),
                    offer.mode().label(),
                    ofBars && offer.intervals().isEmpty()
                        ? "any"
                        : String.join(", ", offer.intervals()),
                    provider.apiKey().name().toLowerCase(Locale.ROOT)));
      }
    }
    return text.toString();
  }

  private static String metrics() {
    StringBuilder text =
        new StringBuilder(
            """

            ## Metrics

            Attributes of the MBean `tickstream.source:type=task,connector="…",task=…`, and from Kafka Connect 4.1 on plugin
            metrics of the task.

            | Attribute | Meaning |
            |---|---|
            """);
    for (Metric metric : Metric.values()) {
      text.append("| `%s` | %s |\n".formatted(metric.label(), metric.description()));
    }
    return text.toString();
  }
}
