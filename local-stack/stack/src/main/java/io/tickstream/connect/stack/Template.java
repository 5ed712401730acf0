package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file among our resources, with {@code @name@} for what differs from stack to
 * stack.
 */
final class Template {
  private Template() {}

  static String fill(String resource, Map<String, ?> values) {
    String text = read(resource);
    for (Map.Entry<String, ?> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", String.valueOf(value.getValue()));
    }
    return text;
  }

  /**
   * Replaces, removes or adds whole entries; an entry starts in the first column and owns the
   * indented lines below it.
   */
  static String override(String text, String separator, Map<String, Optional<String>> overrides) {
    Map<String, String> entries = new LinkedHashMap<>();
    String current = "";
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && line.contains(separator)) {
        current = line.substring(0, line.indexOf(separator));
        entries.put(current, line + "\n");
      } else {
        entries.merge(current, line + "\n", String::concat);
      }
    }
    overrides.forEach(
        (key, value) -> {
          if (value.isPresent()) {
            entries.put(key, key + separator + value.get() + "\n");
          } else {
            entries.remove(key);
          }
        });
    return String.join("", entries.values());
  }

  private static String read(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
