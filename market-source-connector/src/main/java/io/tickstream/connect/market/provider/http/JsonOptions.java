package io.tickstream.connect.market.provider.http;

import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.ZoneName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options of the provider {@code http}, which begin with {@code json.}. */
final class JsonOptions {

  static final String NAME = "json.name";
  static final String URL = "json.url";
  static final String METHOD = "json.method";
  static final String HEADERS = "json.headers";
  static final String BODY = "json.body";
  static final String INTERVAL = "json.interval";
  static final String SYMBOLS_MAX = "json.symbols.max";
  static final String WEIGHT = "json.weight";
  static final String WEIGHT_PER_SYMBOL = "json.weight.per.symbol";
  static final String RECORDS = "json.records";
  static final String SHAPE = "json.records.shape";
  static final String MISSING_IS_UNKNOWN = "json.missing.is.unknown";
  static final String TIME_FORMAT = "json.time.format";
  static final String TIME_ZONE = "json.time.zone";
  static final String CURSOR_FORMAT = "json.cursor.format";
  static final String SIDE_OF = "json.side.of";
  static final String SEQUENTIAL = "json.ids.sequential";
  static final String PAGING = "json.page.mode";
  static final String PAGE_SIZE = "json.page.size";
  static final String PAGE_FIRST = "json.page.first";
  static final String PAGE_LINK = "json.page.link";
  static final String PAGE_TOKEN = "json.page.token";
  static final String PAGE_WINDOW_MS = "json.page.window.ms";

  /** What makes a field be worked out instead of read. */
  static final String COMPUTED = "computed";

  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("symbol", "The symbol; by default the one that was asked for.");
    FIELDS.put("time", "The trade's time, the quote's, or the start of the bar.");
    FIELDS.put("price", "The price of a trade or quote.");
    FIELDS.put("quantity", "The size of a trade.");
    FIELDS.put("id", "The id of a trade; by default a hash of what the trade consists of.");
    FIELDS.put("side", "buy or sell, in any case; see `json.side.of`.");
    FIELDS.put("buyer_maker", "Whether a trade's buyer was the maker: true or false.");
    FIELDS.put("open", "The open of a bar, or of a quote's day.");
    FIELDS.put("high", "The high of a bar, or of a quote's day.");
    FIELDS.put("low", "The low of a bar, or of a quote's day.");
    FIELDS.put("close", "The close of a bar.");
    FIELDS.put("volume", "The volume; a bar without has 0.");
    FIELDS.put("quote_volume", "A bar's volume in the quote currency.");
    FIELDS.put("vwap", "A bar's volume-weighted average price.");
    FIELDS.put("trades", "How many trades make up a bar.");
    FIELDS.put("closed", "Whether a bar is over; by default once its interval has passed.");
    FIELDS.put("previous_close", "The close of the day before.");
    FIELDS.put(
        "change", "The change since the day before, or `computed` from price and previous_close.");
    FIELDS.put("change_percent", "The same in percent, or `computed`.");
    FIELDS.put("bid", "The best bid.");
    FIELDS.put("ask", "The best ask.");
    FIELDS.put("bid_size", "The size of the best bid.");
    FIELDS.put("ask_size", "The size of the best ask.");
    FIELDS.put("week_52_high", "The high of 52 weeks.");
    FIELDS.put("week_52_low", "The low of 52 weeks.");
    FIELDS.put("market_cap", "The market capitalization.");
    FIELDS.put("currency", "The currency of the prices.");
    FIELDS.put("exchange", "The exchange.");
    FIELDS.put("mic", "The exchange's market identifier code.");
    FIELDS.put("name", "The name of the company or pair.");
    FIELDS.put("extended_hours", "Whether a quote is from outside the regular session.");
  }

  private JsonOptions() {}

  static List<String> fields() {
    return List.copyOf(FIELDS.keySet());
  }

  static String field(String name) {
    return "json.field." + name;
  }

  static void define(ConfigDef def) {
    defineRequest(def);
    defineRecords(def);
    definePaging(def);
    ErrorRules.define(def);
  }

  private static void defineRequest(ConfigDef def) {
    Options.in(def, "JSON over HTTP: request")
        .text(NAME, "http", Importance.MEDIUM, "What records and topics call the provider.")
        .text(
            URL,
            "",
            Importance.HIGH,
            "The address, with the places `${symbol}`, `${symbols}` (separated by commas), `${symbols.json}`,"
                + " `${interval}`, `${cursor.ts}` and `${cursor.id}` (of the last record published), `${now}`,"
                + " `${window.end}`, `${page}`, `${page.token}` and `${api.key}`. What stands in for them is escaped.")
        .text(
            METHOD, "GET", new OneOf("GET", "POST", "PUT"), Importance.LOW, "The request's method.")
        .text(
            HEADERS,
            "",
            Importance.LOW,
            "Headers, `Name: value` each, separated by `|`, with the same places. Write `${api.key}` for the key.")
        .text(BODY, "", Importance.LOW, "The body of a POST or PUT, JSON, with the same places.")
        .text(
            INTERVAL,
            "",
            Importance.LOW,
            "What `${interval}` stands for; empty for the connector's own notation.")
        .whole(
            SYMBOLS_MAX,
            1,
            1,
            10_000,
            Importance.MEDIUM,
            "Most symbols in one request, where it has `${symbols}` or `${symbols.json}`.")
        .whole(
            WEIGHT,
            1,
            0,
            1_000_000,
            Importance.LOW,
            "What a request costs of `rate.limit.weight.per.minute` and `rate.limit.weight.per.day`.")
        .flag(
            WEIGHT_PER_SYMBOL,
            false,
            Importance.LOW,
            "Whether it costs that for every symbol it names.");
  }

  private static void defineRecords(ConfigDef def) {
    Options records =
        Options.in(def, "JSON over HTTP: records")
            .text(
                RECORDS,
                "",
                Importance.HIGH,
                "JSON pointer to the records, such as `/data`; empty for the whole answer.")
            .text(
                SHAPE,
                "auto",
                new OneOf("auto", "array", "object", "columns", "single"),
                Importance.MEDIUM,
                "What the records are: an array, an object keyed by symbol or time, parallel columns, or a single"
                    + " record. auto tells all but columns apart: an object of nothing but objects and arrays is keyed.")
            .flag(
                MISSING_IS_UNKNOWN,
                false,
                Importance.LOW,
                "Whether a symbol that was asked for and is not in the answer counts as unknown.")
            .text(
                TIME_FORMAT,
                "iso",
                Importance.MEDIUM,
                "How times are written: s, ms, us or ns since the epoch, iso, or a pattern such as"
                    + " `uuuu-MM-dd HH:mm:ss`.")
            .text(
                TIME_ZONE,
                "UTC",
                new ZoneName(),
                Importance.MEDIUM,
                "The zone of times that name none, and of days.")
            .text(
                CURSOR_FORMAT,
                "ms",
                Importance.MEDIUM,
                "How to write `${cursor.ts}`, `${now}` and `${window.end}`, like `json.time.format`.")
            .text(
                SIDE_OF,
                "taker",
                new OneOf("taker", "maker"),
                Importance.LOW,
                "Whose side `json.field.side` names.")
            .flag(
                SEQUENTIAL,
                false,
                Importance.LOW,
                "Whether the ids of a symbol's trades are whole numbers that rise by one. Then they tell the order of an"
                    + " answer's trades, else their times do.");
    FIELDS.forEach(
        (name, doc) ->
            records.text(
                field(name),
                "",
                Importance.MEDIUM,
                doc
                    + " A JSON pointer into the record, `#root/…` into the whole answer, `#key` for the record's name,"
                    + " `#value` for the record itself; several separated by `|`; empty for none."));
  }

  private static void definePaging(ConfigDef def) {
    Options.in(def, "JSON over HTTP: paging")
        .text(
            PAGING,
            "none",
            new OneOf("none", "link", "token", "cursor", "number", "window"),
            Importance.MEDIUM,
            "How to go on after an answer: not at all; by the address in it; by the token in it (`${page.token}`); from"
                + " its last record on (`${cursor.ts}`, `${cursor.id}`) if it is full; by number (`${page}`) while it is"
                + " full; or by time (`${cursor.ts}` to `${window.end}`) until now.")
        .whole(
            PAGE_SIZE, 100, 1, 1_000_000, Importance.LOW, "How many records make an answer full.")
        .whole(PAGE_FIRST, 1, 0, 1, Importance.LOW, "The number of the first page.")
        .text(PAGE_LINK, "", Importance.LOW, "JSON pointer to the next address.")
        .text(PAGE_TOKEN, "", Importance.LOW, "JSON pointer to the next token.")
        .whole(
            PAGE_WINDOW_MS,
            86_400_000,
            1,
            Long.MAX_VALUE,
            Importance.LOW,
            "The length of a window of time, in milliseconds.");
  }
}
