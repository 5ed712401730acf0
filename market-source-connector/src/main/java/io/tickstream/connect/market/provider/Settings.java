package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * What a provider may know of the configuration. Immutable. While a configuration is being
 * validated, parts of it may be missing.
 *
 * @param symbols all of the connector's, as far as the configuration names them
 * @param batchSize symbols per request: the option's, else what the provider allows; 0 while that
 *     is being asked
 * @param needsRaw whether {@link Item#raw} is wanted
 * @param emitOpenBars whether bars that are not over yet are wanted
 * @param options every option, those of {@link Provider#addOptions} included
 */
public record Settings(
    Dataset dataset,
    Mode mode,
    @Nullable Interval interval,
    List<String> symbols,
    int batchSize,
    boolean needsRaw,
    boolean emitOpenBars,
    AbstractConfig options) {

  public static final String API_KEY = "api.key";
  public static final String BASE_URL = "base.url";
  public static final String WS_URL = "ws.url";

  public Settings {
    symbols = List.copyOf(symbols);
  }

  /** The interval of a dataset that has one. */
  public Interval requireInterval() {
    if (interval == null) {
      throw new IllegalStateException("the dataset " + dataset.label() + " has no interval");
    }
    return interval;
  }

  /**
   * The secret, empty when not configured. It must not get into a log, an error, an event or a
   * cursor.
   */
  public Optional<String> apiKey() {
    return Optional.ofNullable(options.getPassword(API_KEY))
        .map(Password::value)
        .filter(v -> !v.isBlank());
  }

  /**
   * An address that an answer gave, to be asked next. Where the venue echoed the key in it, which
   * no answer brings this far, the key is put back.
   */
  public String withKey(String link) {
    return apiKey().map(key -> link.replace(Response.HIDDEN, Urls.encode(key))).orElse(link);
  }

  /** The address to send requests to, without a slash at the end. */
  public String baseUrl(String usual) {
    return address(BASE_URL, usual);
  }

  /** The address to stream from, without a slash at the end. */
  public String wsUrl(String usual) {
    return address(WS_URL, usual);
  }

  private String address(String option, String usual) {
    String configured = options.getString(option);
    String address = configured == null || configured.isBlank() ? usual : configured.trim();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** Without the options: they hold the secret. */
  @Override
  public String toString() {
    return dataset.label() + " by " + mode.label() + " of " + symbols.size() + " symbols";
  }
}
