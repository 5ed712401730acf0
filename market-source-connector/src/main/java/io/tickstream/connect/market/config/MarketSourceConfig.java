package io.tickstream.connect.market.config;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.feed.Redactor;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.feed.http.HttpOptions;
import io.tickstream.connect.market.feed.poll.PollOptions;
import io.tickstream.connect.market.feed.stream.StreamOptions;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.record.RecordOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The connector's configuration, and what its options mean together. Immutable. */
public final class MarketSourceConfig extends AbstractConfig {

  private static final ConfigDef DEF = define();

  /** Names of headers whose values are keys, however short. */
  private static final Pattern GRANTS_ACCESS =
      Pattern.compile(
          "auth|key|token|secret|password|credential|cookie|session", Pattern.CASE_INSENSITIVE);

  public MarketSourceConfig(Map<String, String> originals) {
    super(DEF, originals, false);
  }

  /** Every option, those of the installed providers included. */
  public static ConfigDef definition() {
    return new ConfigDef(DEF);
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    SourceOptions.define(def, Providers.names());
    RecordOptions.define(def);
    PollOptions.define(def);
    HttpOptions.define(def);
    StreamOptions.define(def);
    FeedOptions.define(def);
    Providers.all().forEach(provider -> provider.addOptions(def));
    return def;
  }

  /**
   * Options that nobody knows although they look like this connector's, a slip of the pen most
   * likely.
   */
  public List<String> unknownOptions() {
    Set<String> families =
        DEF.names().stream()
            .filter(name -> name.contains("."))
            .map(name -> name.substring(0, name.indexOf('.') + 1))
            // Converters' options begin like this too.
            .filter(family -> !family.equals("value."))
            .collect(Collectors.toSet());
    return originals().keySet().stream()
        .filter(name -> !DEF.names().contains(name))
        .filter(name -> families.stream().anyMatch(name::startsWith))
        .sorted()
        .toList();
  }

  public Provider provider() {
    return Providers.named(getString(SourceOptions.PROVIDER));
  }

  public Dataset dataset() {
    return Dataset.of(getString(SourceOptions.DATASET));
  }

  public Mode mode() {
    return Mode.valueOf(getString(SourceOptions.MODE).toUpperCase(Locale.ROOT));
  }

  /** The interval, where the dataset has one; null too where it is none, which validation tells. */
  public @Nullable Interval interval() {
    String text = getString(SourceOptions.INTERVAL);
    if (text.isEmpty() || dataset() != Dataset.BAR) {
      return null;
    }
    try {
      return Interval.parse(text);
    } catch (IllegalArgumentException notInterval) {
      return null;
    }
  }

  /** The symbols that the configuration lists, each once, in order. */
  public List<String> listedSymbols() {
    return getList(SourceOptions.SYMBOLS).stream()
        .map(String::trim)
        .filter(symbol -> !symbol.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** The file that lists the symbols; empty when there is none. */
  public String symbolsFile() {
    return getString(SourceOptions.SYMBOLS_FILE).trim();
  }

  public boolean discovers() {
    return getBoolean(SourceOptions.DISCOVERY);
  }

  public String discoveryRegex() {
    return getString(SourceOptions.DISCOVERY_REGEX);
  }

  public long discoveryRefreshMs() {
    return getLong(SourceOptions.DISCOVERY_REFRESH_MS);
  }

  /** Where to begin without a stored offset, epoch milliseconds. */
  public long beginMs(long nowMs) {
    return SourceOptions.beginMs(getString(SourceOptions.START_FROM), nowMs);
  }

  public boolean emitUnchanged() {
    return getBoolean(SourceOptions.EMIT_UNCHANGED);
  }

  public String valueMode() {
    return getString(RecordOptions.VALUE_MODE);
  }

  /** The field for the time of an envelope, empty for none; null when no envelopes are wanted. */
  public @Nullable String envelopeTimeField() {
    return valueMode().equals("envelope") ? getString(RecordOptions.ENVELOPE_TIME).trim() : null;
  }

  /** What providers may see, for these symbols. */
  public Settings settings(List<String> symbols) {
    Settings asked = settings(symbols, 0);
    int configured = getLong(PollOptions.BATCH_SYMBOLS).intValue();
    int allowed = provider().batchLimit(asked);
    return settings(symbols, configured == 0 ? allowed : Math.min(configured, allowed));
  }

  private Settings settings(List<String> symbols, int batchSize) {
    return new Settings(
        dataset(),
        mode(),
        interval(),
        symbols,
        batchSize,
        valueMode().equals("raw"),
        getBoolean(SourceOptions.EMIT_OPEN_BARS),
        this);
  }

  /** Takes this configuration's secrets out of texts. */
  public Redactor redactor() {
    List<String> keys = new ArrayList<>();
    for (String option : List.of(Settings.API_KEY, HttpOptions.PROXY_PASSWORD)) {
      Password password = getPassword(option);
      if (password != null) {
        keys.add(password.value());
      }
    }
    List<String> others = new ArrayList<>();
    HttpClient.parseHeaders(getPassword(HttpOptions.HEADERS))
        .forEach(
            (name, value) -> {
              List<String> kind = GRANTS_ACCESS.matcher(name).find() ? keys : others;
              kind.add(value);
              // What follows the scheme of an Authorization, say.
              kind.add(value.substring(value.lastIndexOf(' ') + 1));
            });
    return new Redactor(keys, others);
  }
}
