package io.tickstream.connect.it.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.it.scenario.Topic;
import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.LocalStack;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider in a jar of its own, laid beside the connector's into the plugin's folder. */
class ForeignProviderIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String CLASS = "com.example.venue.ExampleProvider";
  private static final String SOURCE =
      """
      package com.example.venue;

      import io.tickstream.connect.market.event.*;
      import io.tickstream.connect.market.offset.Cursor;
      import io.tickstream.connect.market.provider.*;
      import java.util.List;

      public final class ExampleProvider implements VenueProvider {
        public String name() { return "example"; }
        public List<Offer> offers() { return List.of(Offer.of(Dataset.QUOTE, Mode.POLL)); }
        public Venue open(Settings settings) {
          return new Venue() {
            public Request request(List<String> symbols, Cursor from, long nowMs) {
              return Request.get(settings.baseUrl("http://unused") + "/price", symbols);
            }
            public Reply parse(Request request, Response response) {
              return Page.of(List.of(Item.of(
                  Quote.builder(request.symbols().get(0), response.receivedMs())
                      .price(Amount.parse(response.text())).build())));
            }
            public boolean hasHistory() { return false; }
          };
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void itIsFoundAndItsQuotesArePublished() throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Path lib = copyOfThePlugin(plugins).resolve("lib");
    addProvider(lib);
    try (MockWebServer venue = new MockWebServer();
        LocalStack stack =
            LocalStack.builder()
                .withoutRegistry()
                .withoutCassandra()
                .withoutBuiltPlugins()
                .plugins(plugins)
                .start()) {
      venue.start(InetAddress.getLoopbackAddress(), 0);
      venue.enqueue(new MockResponse.Builder().body("12.50").build());
      stack
          .connect()
          .putConfig(
              "foreign",
              Map.of(
                  "connector.class",
                  "io.tickstream.connect.market.MarketSourceConnector",
                  "provider",
                  "example",
                  "dataset",
                  "quote",
                  "symbols",
                  "X",
                  "topic",
                  "foreign.quotes",
                  "base.url",
                  "http://127.0.0.1:" + venue.getPort(),
                  "value.price.type",
                  "string",
                  "topic.creation.default.partitions",
                  "1",
                  "topic.creation.default.replication.factor",
                  "1"));
      stack.connect().awaitRunning("foreign", LIMIT);

      Topic topic = new Topic(stack, "foreign.quotes");
      await().atMost(LIMIT).until(() -> !topic.records().isEmpty());
      assertThat(new String(topic.records().get(0).value(), StandardCharsets.UTF_8))
          .contains("\"provider\":\"example\"")
          .contains("\"price\":\"12.50\"");
    }
  }

  private static Path copyOfThePlugin(Path plugins) throws IOException {
    try (Stream<Path> built = Files.list(Installation.find().plugins())) {
      Path plugin =
          built
              .filter(path -> path.getFileName().toString().startsWith("tickstream-market-source"))
              .findFirst()
              .orElseThrow();
      Path copy = Files.createDirectory(plugins.resolve("market"));
      Files.createDirectory(copy.resolve("lib"));
      try (Stream<Path> jars = Files.list(plugin.resolve("lib"))) {
        for (Path jar : jars.toList()) {
          Files.copy(jar, copy.resolve("lib").resolve(jar.getFileName()));
        }
      }
      return copy;
    }
  }

  private void addProvider(Path lib) throws IOException {
    Path source = folder.resolve("ExampleProvider.java");
    Files.writeString(source, SOURCE);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    classpath(lib),
                    source.toString()))
        .isZero();
    try (OutputStream out = Files.newOutputStream(lib.resolve("example-provider.jar"));
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> compiled = Files.list(classes.resolve("com/example/venue"))) {
      jar.putNextEntry(
          new JarEntry("META-INF/services/io.tickstream.connect.market.provider.Provider"));
      jar.write(CLASS.getBytes(StandardCharsets.UTF_8));
      for (Path file : compiled.toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        jar.write(Files.readAllBytes(file));
      }
    }
  }

  /** The plugin's own jars, and what its worker provides: Kafka's. */
  private static String classpath(Path lib) throws IOException {
    try (Stream<Path> jars = Files.list(lib)) {
      return Stream.concat(
              jars.map(Path::toString), List.of(System.getProperty("java.class.path")).stream())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
