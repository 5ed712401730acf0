package io.tickstream.connect.market.record;

import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.SomeOf;
import io.tickstream.connect.market.provider.ZoneName;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options that say what records look like. */
public final class RecordOptions {

  public static final String TOPIC = "topic";
  public static final String VALUE_MODE = "value.mode";
  public static final String PRICE_TYPE = "value.price.type";
  public static final String PRICE_SCALE = "value.price.scale";
  public static final String SCHEMA_NAME = "value.schema.name";
  public static final String VALUE_ZONE = "value.zone";
  public static final String ENVELOPE_TIME = "value.envelope.timestamp.field";
  public static final String KEY = "record.key";
  public static final String TIMESTAMP = "record.timestamp";
  public static final String HEADERS = "record.headers";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
  private static final Set<String> PLACEHOLDERS =
      Set.of("provider", "dataset", "symbol", "interval");

  private RecordOptions() {}

  public static void define(ConfigDef def) {
    Options.in(def, "Records")
        .required(
            TOPIC,
            new TopicTemplate(),
            Importance.HIGH,
            "The topic to write to; `${provider}`, `${dataset}`, `${symbol}` and `${interval}` are replaced. What a"
                + " topic's name must not contain becomes `_`. Datasets have different schemas and belong on different"
                + " topics.")
        .text(
            VALUE_MODE,
            "record",
            new OneOf("record", "raw", "envelope", "ohlc_flat"),
            Importance.MEDIUM,
            "`record`: a trade, quote or bar of this connector's schema. `raw`: the provider's JSON of one event, as"
                + " text. `envelope`: the provider's whole answer as text, one record per answer that says"
                + " something new; polled providers only, and what has history is then asked for one symbol at a time."
                + " `ohlc_flat`: a bar as `{timestamp, ticker, open, high, low, close}` with the time as text."
                + " For the two texts use StringConverter.")
        .text(
            PRICE_TYPE,
            "double",
            new OneOf("double", "decimal", "string"),
            Importance.MEDIUM,
            "How prices and sizes are written. `decimal` is made from the provider's digits, never through a double;"
                + " `string` is those digits.")
        .whole(
            PRICE_SCALE,
            8,
            0,
            18,
            Importance.LOW,
            "Digits after the point with `value.price.type=decimal`; more are rounded half up.")
        .text(
            SCHEMA_NAME,
            "",
            Importance.LOW,
            "The value schema's full name. Empty: `io.tickstream.market.Trade`, `Quote` or `Bar`; with"
                + " `value.mode=ohlc_flat` `io.tickstream.market.FlatBar`.")
        .text(
            VALUE_ZONE,
            "UTC",
            new ZoneName(),
            Importance.LOW,
            "The time zone of the time text with `value.mode=ohlc_flat`.")
        .text(
            ENVELOPE_TIME,
            "timestamp_utc",
            Importance.LOW,
            "With `value.mode=envelope`: the field to add to the answer with the time it was received; empty for none.")
        .text(
            KEY,
            "symbol",
            new OneOf("symbol", "provider:symbol", "struct", "none"),
            Importance.MEDIUM,
            "The record's key: the symbol, `provider:symbol` as one text, a struct of both, or none. All events of one"
                + " key stay in order.")
        .text(
            TIMESTAMP,
            "event",
            new OneOf("event", "ingest", "none"),
            Importance.MEDIUM,
            "The Kafka record's timestamp. `event`: of a trade its time, of a closed bar its end, of a re-polled quote"
                + " or open bar the provider's update time or else the time it was received. `ingest`: when the task"
                + " handed it over. `none`: the producer's.")
        .list(
            HEADERS,
            List.of(),
            new SomeOf("provider", "dataset", "interval"),
            Importance.LOW,
            "Headers to add, each named `market.` and one of provider, dataset, interval. Each costs bytes per"
                + " record.");
  }

  /** Allows names of topics with known placeholders. */
  private static final class TopicTemplate implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      String template = String.valueOf(value).trim();
      Matcher matcher = PLACEHOLDER.matcher(template);
      while (matcher.find()) {
        if (!PLACEHOLDERS.contains(matcher.group(1))) {
          throw new ConfigException(name, value, "has an unknown placeholder; must be " + this);
        }
      }
      String rest = matcher.replaceAll("x");
      if (value == null || !rest.matches("[a-zA-Z0-9._-]{1,249}") || rest.matches("\\.{1,2}")) {
        throw new ConfigException(name, value, "must be " + this);
      }
    }

    @Override
    public String toString() {
      return "a topic name of letters, digits, '.', '_' and '-', in which ${provider}, ${dataset}, ${symbol} and"
          + " ${interval} may stand";
    }
  }
}
