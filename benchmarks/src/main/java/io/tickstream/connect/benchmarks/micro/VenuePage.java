package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.market.event.Dataset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An answer of a venue with many elements, in the form that its documentation has. */
// The functions are references to methods without state.
@SuppressWarnings("ImmutableEnumChecker")
public enum VenuePage {
  /** Aggregated trades. */
  BINANCE_TRADES("binance", Dataset.TRADE, "BTCUSDT", VenuePage::binanceTrades),
  /** Klines. */
  BINANCE_BARS("binance", Dataset.BAR, "BTCUSDT", VenuePage::binanceBars),
  /** Trades. */
  COINBASE_TRADES("coinbase", Dataset.TRADE, "BTC-USD", VenuePage::coinbaseTrades),
  /** Candles. */
  COINBASE_BARS("coinbase", Dataset.BAR, "BTC-USD", VenuePage::coinbaseBars),
  /** Quotes of many tickers. */
  STOCKDATA_QUOTES("stockdata", QuotePages::stockdata),
  /** Aggregates. */
  MASSIVE_BARS("massive", Dataset.BAR, "AAPL", VenuePage::massiveBars),
  /** A time series. */
  TWELVEDATA_BARS("twelvedata", Dataset.BAR, "AAPL", VenuePage::twelvedataBars),
  /** An intraday series. */
  ALPHAVANTAGE_BARS("alphavantage", Dataset.BAR, "IBM", VenuePage::alphavantageBars),
  /** A chart. */
  YAHOO_BARS("yahoo", Dataset.BAR, "AAPL", VenuePage::yahooBars),
  /** Trades of an API that is described by options. */
  HTTP_TRADES("http", Dataset.TRADE, "BTC", VenuePage::httpTrades),
  /** Statistics of a day, of many symbols. */
  BINANCE_QUOTES("binance", QuotePages::binance),
  /** Snapshots of many tickers. */
  MASSIVE_QUOTES("massive", QuotePages::massive),
  /** Quotes of many symbols. */
  TWELVEDATA_QUOTES("twelvedata", QuotePages::twelvedata),
  /** Quotes of many symbols, of an API that is described by options. */
  HTTP_QUOTES("http", QuotePages::http),
  /** The quote of one symbol. */
  FINNHUB_QUOTE("finnhub", Answers.OF_ONE_SYMBOL, QuotePages::finnhub),
  /** The ticker of one product. */
  COINBASE_QUOTE("coinbase", Answers.OF_ONE_SYMBOL, QuotePages::coinbase),
  /** The quote of one symbol. */
  ALPHAVANTAGE_QUOTE("alphavantage", Answers.OF_ONE_SYMBOL, QuotePages::alphavantage),
  /** The chart of one symbol, of which the quote is the head. */
  YAHOO_QUOTE("yahoo", Answers.OF_ONE_SYMBOL, QuotePages::yahoo);

  private enum Answers {
    OF_MANY,
    OF_ONE_SYMBOL
  }

  /** The minute that the newest element belongs to. */
  static final long LAST_MINUTE_MS = 1_767_225_600_000L;

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  final String provider;
  final Dataset dataset;
  private final String symbol;
  private final Answers answers;
  private final IntFunction<String> body;

  /** Many elements of one symbol. */
  VenuePage(String provider, Dataset dataset, String symbol, IntFunction<String> body) {
    this.provider = provider;
    this.dataset = dataset;
    this.symbol = symbol;
    this.answers = Answers.OF_MANY;
    this.body = body;
  }

  /** Quotes of many symbols together. */
  VenuePage(String provider, IntFunction<String> body) {
    this(provider, Answers.OF_MANY, body);
  }

  /**
   * Quotes.
   *
   * @param body the answer with so many quotes, or the answer of that number
   */
  VenuePage(String provider, Answers answers, IntFunction<String> body) {
    this.provider = provider;
    this.dataset = Dataset.QUOTE;
    this.symbol = "";
    this.answers = answers;
    this.body = body;
  }

  /** The symbols that a page of so many elements is about. */
  List<String> symbols(int elements) {
    return symbol.isEmpty()
        ? IntStream.range(0, elements).mapToObj(i -> "T" + i).toList()
        : List.of(symbol);
  }

  /** What the provider has to be told to read the page. */
  Map<String, String> options() {
    return switch (this) {
      case HTTP_TRADES ->
          Map.of(
              "json.url", "https://api.example.com/trades",
              "json.records", "/result/trades",
              "json.field.id", "/id",
              "json.field.time", "/ts",
              "json.time.format", "ms",
              "json.field.price", "/px",
              "json.field.quantity", "/sz",
              "json.field.side", "/side");
      case HTTP_QUOTES -> QuotePages.HTTP_OPTIONS;
      default -> Map.of();
    };
  }

  /** The bodies of the answers that hold so many elements: one, where it can hold them all. */
  List<String> bodies(int elements) {
    return answers == Answers.OF_MANY
        ? List.of(body.apply(elements))
        : IntStream.range(0, elements).mapToObj(body).toList();
  }

  /** So many elements as a JSON array. */
  static String list(int elements, IntFunction<String> element) {
    return IntStream.range(0, elements)
        .mapToObj(element)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static long minuteMs(int elements, int index) {
    return LAST_MINUTE_MS - 60_000L * (elements - 1 - index);
  }

  private static String binanceTrades(int elements) {
    return list(
        elements,
        i ->
            """
            {"a":%d,"p":"92050.%02d000000","q":"0.00150000","f":%d,"l":%d,"T":%d,"m":%b,"M":true}"""
                .formatted(
                    3_598_123_401L + i,
                    i % 100,
                    5_593_210_450L + i,
                    5_593_210_450L + i,
                    LAST_MINUTE_MS + i,
                    i % 2 == 0));
  }

  private static String binanceBars(int elements) {
    return list(
        elements,
        i ->
            """
            [%d,"92010.12000000","92044.50000000","91998.00000000","92040.11000000","12.34561000",\
            %d,"1136021.55012340",1534,"6.11200000","562512.11230000","0"]"""
                .formatted(minuteMs(elements, i), minuteMs(elements, i) + 59_999));
  }

  private static String coinbaseTrades(int elements) {
    return list(
        elements,
        i ->
            """
            {"trade_id":%d,"side":"sell","size":"0.00150000","price":"92050.%02d000000","time":"%sZ"}"""
                .formatted(
                    901_234_567L - i,
                    i % 100,
                    MICROS.format(
                        LocalDateTime.ofInstant(
                            Instant.ofEpochMilli(LAST_MINUTE_MS - i), ZoneOffset.UTC))));
  }

  private static String coinbaseBars(int elements) {
    return list(
        elements,
        i ->
            "[%d,91998.0,92051.0,92040.11,92050.99,4.20011]"
                .formatted(minuteMs(elements, elements - 1 - i) / 1000));
  }

  private static String massiveBars(int elements) {
    String results =
        list(
            elements,
            i ->
                """
                {"v":352341.0,"vw":268.8812,"o":268.85,"c":268.91,"h":268.95,"l":268.81,"t":%d,"n":4120}"""
                    .formatted(minuteMs(elements, i)));
    return """
        {"ticker":"AAPL","queryCount":%d,"resultsCount":%d,"adjusted":true,"results":%s,\
        "status":"OK","request_id":"1","count":%d}"""
        .formatted(elements, elements, results, elements);
  }

  private static String twelvedataBars(int elements) {
    String values =
        list(
            elements,
            i ->
                """
                {"datetime":"%s","open":"268.85001","high":"268.95001","low":"268.81000",\
                "close":"268.91000","volume":"352341"}"""
                    .formatted(local(minuteMs(elements, elements - 1 - i))));
    return """
        {"meta":{"symbol":"AAPL","interval":"1min","currency":"USD",\
        "exchange_timezone":"America/New_York","exchange":"NASDAQ","mic_code":"XNGS",\
        "type":"Common Stock"},"values":%s,"status":"ok"}"""
        .formatted(values);
  }

  private static String alphavantageBars(int elements) {
    String series =
        IntStream.range(0, elements)
            .mapToObj(
                i ->
                    """
                    "%s":{"1. open":"290.4000","2. high":"290.4500","3. low":"290.3800",\
                    "4. close":"290.4500","5. volume":"120"}"""
                        .formatted(local(minuteMs(elements, elements - 1 - i))))
            .collect(Collectors.joining(",", "{", "}"));
    return """
        {"Meta Data":{"1. Information":"Intraday (1min) open, high, low, close prices and volume",\
        "2. Symbol":"IBM","3. Last Refreshed":"%s","4. Interval":"1min",\
        "5. Output Size":"Compact","6. Time Zone":"US/Eastern"},"Time Series (1min)":%s}"""
        .formatted(local(LAST_MINUTE_MS), series);
  }

  private static String yahooBars(int elements) {
    String quote =
        Stream.of("open", "high", "low", "close", "volume")
            .map(
                name ->
                    "\"%s\":%s"
                        .formatted(
                            name,
                            list(elements, i -> (name.equals("volume") ? "35" : "268.8") + i)))
            .collect(Collectors.joining(",", "[{", "}]"));
    return """
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"AAPL","exchangeName":"NMS",\
        "exchangeTimezoneName":"America/New_York","regularMarketTime":%d,"dataGranularity":"1m"},\
        "timestamp":%s,"indicators":{"quote":%s}}],"error":null}}"""
        .formatted(
            LAST_MINUTE_MS / 1000, list(elements, i -> "" + minuteMs(elements, i) / 1000), quote);
  }

  private static String httpTrades(int elements) {
    return """
        {"result":{"trades":%s}}"""
        .formatted(
            list(
                elements,
                i ->
                    """
                    {"id":"t%d","ts":%d,"px":"92050.%02d","sz":"0.0015","side":"buy"}"""
                        .formatted(i, LAST_MINUTE_MS + i, i % 100)));
  }

  private static String local(long ms) {
    return LOCAL.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(ms), NEW_YORK));
  }
}
