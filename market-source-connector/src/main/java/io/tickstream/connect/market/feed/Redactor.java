package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Urls;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts for people, and out of what venues send: they echo keys, and
 * exceptions quote addresses. Thread-safe.
 */
public final class Redactor {

  /** A shorter secret may be part of honest data by chance, and data must not be garbled. */
  private static final int CERTAINLY_A_SECRET = 16;

  /** Data has shorter words by the dozen. */
  private static final int SHORTEST_KEY = 4;

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^A-Za-z0-9]+");

  private final List<String> secrets;
  private final List<String> certain;
  private final List<Pattern> words;
  private final List<String> traces;

  /**
   * @param keys that grant access, whatever their length
   * @param others that may be secrets, and are taken for such in what a venue sends if they are
   *     long
   */
  public Redactor(List<String> keys, List<String> others) {
    Set<String> forms = forms(keys);
    Set<String> all = new LinkedHashSet<>(forms);
    all.addAll(forms(others));
    this.secrets = List.copyOf(all);
    this.certain = all.stream().filter(s -> s.length() >= CERTAINLY_A_SECRET).toList();
    List<String> shorter =
        forms.stream()
            .filter(key -> key.length() >= SHORTEST_KEY && key.length() < CERTAINLY_A_SECRET)
            .toList();
    this.words = shorter.stream().map(Redactor::word).toList();
    List<String> hidden = new ArrayList<>(certain);
    hidden.addAll(shorter);
    this.traces = hidden.stream().map(Redactor::trace).distinct().toList();
  }

  private static Set<String> forms(List<String> secrets) {
    Set<String> forms = new LinkedHashSet<>();
    for (String secret : secrets) {
      // A blank or a single letter is no secret, and replacing it would garble the text.
      if (secret.strip().length() > 1) {
        forms.add(secret.strip());
        forms.add(Urls.encode(secret.strip()));
        // JSON may escape slashes.
        forms.add(secret.strip().replace("/", "\\/"));
      }
    }
    return forms;
  }

  /** As part of a longer word a short key is chance: {@code demo} does not hide demographics. */
  private static Pattern word(String key) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(key) + "(?![\\p{L}\\p{N}])");
  }

  /** The longest part of a secret that nobody escapes; no text without it holds the secret. */
  private static String trace(String secret) {
    String longest = "";
    for (String part : List.of(NO_LETTER_OR_DIGIT.split(secret))) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest.isEmpty() ? secret : longest;
  }

  /** A text for people without any of the secrets. */
  public String clean(String text) {
    return without(secrets, text);
  }

  /** Where a request goes, for people: without its query, and without secrets in what is left. */
  public String clean(Request request) {
    String url = request.url();
    int query = url.indexOf('?');
    return clean(request.method() + " " + (query < 0 ? url : url.substring(0, query)));
  }

  /** What a stream sent, without secrets that it echoes. */
  public String cleanFrame(String frame) {
    return traces.stream().anyMatch(frame::contains) ? cleanData(frame) : frame;
  }

  /** An answer without secrets that it echoes. */
  public Response clean(Response response) {
    return traces.stream().anyMatch(response::contains)
        ? response.withText(cleanData(response.text()))
        : response;
  }

  private String cleanData(String json) {
    return JsonStrings.change(without(certain, json), this::cleanValue);
  }

  private String cleanValue(String value) {
    String result = without(certain, value);
    for (Pattern word : words) {
      result = word.matcher(result).replaceAll(Response.HIDDEN);
    }
    return result;
  }

  private static String without(List<String> secrets, String text) {
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, Response.HIDDEN);
    }
    return result;
  }
}
