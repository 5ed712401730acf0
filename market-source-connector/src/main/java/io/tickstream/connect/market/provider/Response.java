package io.tickstream.connect.market.provider;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** An HTTP answer, complete and unzipped; header names in any case. Immutable. */
public final class Response {

  /** What stands in an answer where the venue echoed a secret. */
  public static final String HIDDEN = "***";

  private final int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;
  private final long receivedMs;

  public Response(int status, Map<String, String> headers, byte[] body, long receivedMs) {
    this.status = status;
    this.headers.putAll(headers);
    this.body = body.clone();
    this.receivedMs = receivedMs;
  }

  public int status() {
    return status;
  }

  public long receivedMs() {
    return receivedMs;
  }

  /**
   * The venue's present: its {@code Date} header, unless that is ahead of the time of receipt. A
   * clock of ours that runs fast must not take an open bar for a closed one.
   */
  public long servedMs() {
    try {
      return header("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(date -> Math.min(receivedMs, date.toInstant().toEpochMilli()))
          .orElse(receivedMs);
    } catch (DateTimeParseException notADate) {
      return receivedMs;
    }
  }

  /** A stream over the body. */
  public InputStream stream() {
    return new ByteArrayInputStream(body);
  }

  public static Response of(int status, String body, long receivedMs) {
    return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), receivedMs);
  }

  public boolean successful() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::trim);
  }

  /** A header that is a whole number; empty when it is missing or anything else. */
  public OptionalLong number(String name) {
    return header(name)
        .filter(value -> value.matches("\\d{1,18}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElse(OptionalLong.empty());
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether the body holds a text. */
  public boolean contains(String part) {
    byte[] wanted = part.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from <= body.length - wanted.length; from++) {
      if (body[from] == wanted[0]
          && Arrays.equals(body, from, from + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  /** The same answer with another body. */
  public Response withText(String text) {
    return new Response(status, headers, text.getBytes(StandardCharsets.UTF_8), receivedMs);
  }

  /** Without the body: venues echo the key. */
  @Override
  public String toString() {
    return "HTTP " + status + ", " + body.length + " bytes";
  }
}
