package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider in a jar of its own, laid beside the connector's in the plugin's folder. */
class ForeignProviderTest {

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

  private Path jar() throws Exception {
    Path source = folder.resolve("com/example/venue/ExampleProvider.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, SOURCE);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(
            compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString()))
        .isZero();
    Path jar = folder.resolve("example-provider.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(
          new JarEntry("META-INF/services/io.tickstream.connect.market.provider.Provider"));
      entries.write("com.example.venue.ExampleProvider".getBytes(StandardCharsets.UTF_8));
      try (var classes = Files.list(source.getParent())) {
        for (Path file : classes.filter(f -> f.toString().endsWith(".class")).toList()) {
          entries.putNextEntry(new JarEntry("com/example/venue/" + file.getFileName()));
          entries.write(Files.readAllBytes(file));
        }
      }
    }
    return jar;
  }

  @Test
  void itIsFoundAndItsQuotesArePublished() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    urls.add(jar().toUri().toURL());
    try (MockWebServer server = new MockWebServer();
        URLClassLoader plugin =
            new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("12.50").build());
      Class<?> runClass = plugin.loadClass(TaskRun.class.getName());
      var start = runClass.getDeclaredMethod("start", Map.class);
      start.setAccessible(true);
      Object run =
          start.invoke(
              null,
              Map.of(
                  "provider",
                  "example",
                  "dataset",
                  "quote",
                  "symbols",
                  "X",
                  "topic",
                  "t",
                  "base.url",
                  server.url("").toString()));
      try {
        var take = runClass.getDeclaredMethod("take", int.class);
        take.setAccessible(true);
        assertThat(take.invoke(run, 1).toString())
            .contains("price=12.5")
            .contains("provider=example");
      } finally {
        ((AutoCloseable) run).close();
      }
    }
  }
}
