package io.tickstream.connect.market.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request to make.
 *
 * @param method GET or POST, say
 * @param url whole, encoded, with the key where the venue wants it there
 * @param headers what the venue wants beyond the usual
 * @param body null where the method has none; JSON otherwise, unless a header says what
 * @param weight what it costs of {@link Limits#weightPerMinute} and {@link Limits#weightPerDay}
 * @param symbols those that the answer is about
 * @param note whatever {@link Venue#parse} wants to see again, such as the window asked for
 */
public record Request(
    String method,
    String url,
    Map<String, String> headers,
    @Nullable String body,
    int weight,
    List<String> symbols,
    @Nullable Object note) {

  public Request {
    headers = Map.copyOf(headers);
    symbols = List.copyOf(symbols);
  }

  public static Request get(String url, List<String> symbols) {
    return new Request("GET", url, Map.of(), null, 1, symbols, null);
  }

  public Request withWeight(int units) {
    return new Request(method, url, headers, body, units, symbols, note);
  }

  public Request withHeaders(Map<String, String> more) {
    return new Request(method, url, more, body, weight, symbols, note);
  }

  public Request withNote(Object remark) {
    return new Request(method, url, headers, body, weight, symbols, remark);
  }

  /** Not where it goes: any part of the address may hold the secret, which a redactor takes out. */
  @Override
  public String toString() {
    return method + " about " + symbols;
  }
}
