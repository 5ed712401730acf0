package io.tickstream.connect.it;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.rest.ConnectClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A test's own corner of a stack: the files under {@code config/} as users copy them, with {@code
 * market} renamed in every topic, keyspace and connector. Closing it deletes the connectors.
 */
final class Sandbox implements AutoCloseable {
  static final Duration START = Duration.ofMinutes(1);

  /** The keyspace and the first part of the topics' names; not the package of our classes. */
  private static final Pattern MARKET = Pattern.compile("(?<!connect\\.)\\bmarket\\b");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalStack stack;
  private final String name;
  private final CqlSession session;
  private final List<String> connectors = new ArrayList<>();

  /**
   * @param name unique among the tests of a stack: lower-case letters, digits, underscores
   */
  Sandbox(LocalStack stack, String name) {
    this.stack = stack;
    this.name = name;
    this.session = stack.openSession();
  }

  /** Creates the tables of {@code config/cql/market.cql} in a keyspace named like the sandbox. */
  Sandbox withTables() {
    String statements = rename(read(config().resolve("cql/market.cql")));
    Arrays.stream(statements.split(";"))
        .map(Sandbox::withoutComments)
        .filter(statement -> !statement.isBlank())
        .forEach(session::execute);
    return this;
  }

  /** The configuration in {@code config/connectors/}, renamed, with some options changed. */
  Map<String, String> configuration(String file, Map<String, String> changes) {
    String json = rename(read(config().resolve("connectors/" + file + ".json")));
    try {
      Map<String, String> config =
          new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
      config.putAll(changes);
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Puts the configuration and waits until the connector runs; returns its name. */
  String deploy(String file, Map<String, String> changes) {
    String connector = put(file, configuration(file, changes));
    connect().awaitRunning(connector, START);
    return connector;
  }

  /** Puts a configuration and returns the connector's name. */
  String put(String label, Map<String, String> config) {
    String connector = name + "-" + label;
    connect().putConfig(connector, config);
    connectors.add(connector);
    return connector;
  }

  ConnectClient connect() {
    return stack.connect();
  }

  CqlSession session() {
    return session;
  }

  /** {@code market.trades} of the files, as it is called here. */
  String renamed(String topicOrTable) {
    return rename(topicOrTable);
  }

  long count(String table) {
    return session.execute("SELECT COUNT(*) FROM " + rename(table)).one().getLong(0);
  }

  Path config() {
    return Installation.find().root().resolve("config");
  }

  @Override
  public void close() {
    connectors.forEach(connector -> connect().delete(connector));
    session.close();
  }

  private String rename(String text) {
    return MARKET.matcher(text).replaceAll(name);
  }

  private static String withoutComments(String statement) {
    return statement.lines().filter(line -> !line.startsWith("--")).reduce("", (a, b) -> a + b);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
