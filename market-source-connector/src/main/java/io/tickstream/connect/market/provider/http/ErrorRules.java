package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.Problems;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.jspecify.annotations.Nullable;

/**
 * Tells errors from data, and one class of errors from another: by status, and by what stands at a
 * JSON pointer. The first rule that matches counts. Immutable.
 */
final class ErrorRules {

  /** In the order in which they are tried: the particular ones first. */
  private static final Map<String, String> CLASSES = new LinkedHashMap<>();

  static {
    CLASSES.put(
        "quota",
        "a day's allowance that is used up; the connector pauses as long as Retry-After says, else until midnight"
            + " UTC");
    CLASSES.put(
        "throttled", "too many requests; the connector waits as long as it is told, else a minute");
    CLASSES.put("banned", "a ban; the connector waits as long as it is told, else five minutes");
    CLASSES.put("credentials", "a key that is wrong or not entitled; the task fails");
    CLASSES.put("symbol", "an unknown symbol; it is left out");
    CLASSES.put("refused", "a request that will never be answered; the task fails");
    CLASSES.put("transient", "anything that may pass; the connector tries again");
  }

  private record Rule(
      String name, @Nullable Pattern status, @Nullable JsonPointer pointer, Pattern pattern) {

    boolean matches(int code, JsonNode node) {
      if (status != null && !status.matcher(Integer.toString(code)).matches()) {
        return false;
      }
      JsonNode found = pointer == null ? node : node.at(pointer);
      return pointer == null || (!found.isMissingNode() && pattern.matcher(found.asText()).find());
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  ErrorRules(AbstractConfig options) {
    for (String name : CLASSES.keySet()) {
      String status = options.getString(option(name, "status")).trim();
      String pointer = options.getString(option(name, "pointer")).trim();
      String pattern = options.getString(option(name, "pattern"));
      if (!status.isEmpty() || !pointer.isEmpty()) {
        rules.add(
            new Rule(
                name,
                status.isEmpty() ? null : Pattern.compile(status),
                pointer.isEmpty() ? null : JsonPointer.compile(pointer),
                Pattern.compile(pattern)));
      }
    }
  }

  private static String option(String name, String part) {
    return "json.error." + name + "." + part;
  }

  static void define(ConfigDef def) {
    Options options = Options.in(def, "JSON over HTTP: errors");
    CLASSES.forEach(
        (name, meaning) ->
            options
                .text(
                    option(name, "status"),
                    "",
                    Importance.LOW,
                    "What is "
                        + meaning
                        + ": the HTTP status, a regular expression such as `4..`; empty for any."
                        + " Without rules the status codes mean what they usually do.")
                .text(
                    option(name, "pointer"),
                    "",
                    Importance.LOW,
                    "The same, by a JSON pointer into the answer, or into a record of it; empty for"
                        + " none. Both have to match where both are given.")
                .text(
                    option(name, "pattern"),
                    "",
                    Importance.LOW,
                    "A regular expression that is found in what stands there; empty for anything."));
  }

  static void check(AbstractConfig options, Problems problems) {
    for (String name : CLASSES.keySet()) {
      String pointer = options.getString(option(name, "pointer")).trim();
      if (!pointer.isEmpty() && !pointer.startsWith("/")) {
        problems.add(option(name, "pointer"), "must be a JSON pointer such as /error/code");
      }
      for (String part : List.of("status", "pattern")) {
        try {
          Pattern.compile(options.getString(option(name, part)));
        } catch (PatternSyntaxException broken) {
          problems.add(
              option(name, part), "must be a regular expression: " + broken.getDescription());
        }
      }
      if (pointer.isEmpty() && !options.getString(option(name, "pattern")).isEmpty()) {
        problems.add(
            option(name, "pattern"), "is set without " + option(name, "pointer") + "; set both");
      }
    }
  }

  /** The failure that a whole answer is; null when it is none. */
  @Nullable Failure ofAnswer(Request request, Response response, JsonNode root) {
    for (Rule rule : rules) {
      if (rule.matches(response.status(), root)) {
        return failure(rule.name, request, response);
      }
    }
    return response.successful() ? null : HttpStatus.failure(request, response);
  }

  /** The failure that one record of a good answer is; null when it is none. */
  @Nullable Failure ofRecord(Request request, Response response, JsonNode record) {
    for (Rule rule : rules) {
      if (rule.pointer != null && rule.matches(response.status(), record)) {
        return failure(rule.name, request, response);
      }
    }
    return null;
  }

  private static Failure failure(String name, Request request, Response response) {
    String reason = "the rule json.error." + name + " matches (HTTP " + response.status() + ")";
    return switch (name) {
      case "quota" -> new Failure.QuotaExhausted(HttpStatus.quotaUntilMs(response), reason);
      case "throttled" -> new Failure.Throttled(HttpStatus.retryAfterMs(response), reason);
      case "banned" -> new Failure.Banned(HttpStatus.retryAfterMs(response), reason);
      case "credentials" -> new Failure.BadCredentials(reason);
      case "symbol" ->
          new Failure.UnknownSymbols(
              request.symbols().size() == 1 ? Set.copyOf(request.symbols()) : Set.of(), reason);
      case "refused" -> new Failure.Refused(reason);
      default -> new Failure.Transient(reason);
    };
  }
}
