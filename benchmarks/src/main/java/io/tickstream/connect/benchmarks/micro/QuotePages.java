package io.tickstream.connect.benchmarks.micro;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with quotes, of many symbols where the venue gives so many at once. */
final class QuotePages {

  /** Where the fields of {@link #http} stand. */
  static final Map<String, String> HTTP_OPTIONS =
      Map.of(
          "json.url", "https://api.example.com/quotes?symbols=${symbols}",
          "json.symbols.max", "1000",
          "json.records", "/quotes",
          "json.field.symbol", "/s",
          "json.field.time", "/t",
          "json.time.format", "ms",
          "json.field.price", "/last",
          "json.field.bid", "/bid",
          "json.field.ask", "/ask",
          "json.field.volume", "/vol");

  private QuotePages() {}

  static String stockdata(int elements) {
    String data =
        VenuePage.list(
            elements,
            i ->
                """
                {"ticker":"T%d","name":"Company %d","exchange_short":"NASDAQ",\
                "exchange_long":"NASDAQ Stock Exchange","mic_code":"XNAS","currency":"USD",\
                "price":268.91,"day_high":270.15,"day_low":266.4,"day_open":267.02,\
                "52_week_high":277.32,"52_week_low":169.21,"market_cap":3973000000000,\
                "previous_close_price":266.25,\
                "previous_close_price_time":"2025-12-30T15:59:59.000000","day_change":0.99,\
                "volume":1015321,"is_extended_hours_price":false,\
                "last_trade_time":"2025-12-31T15:59:58.000000"}"""
                    .formatted(i, i));
    return """
        {"meta":{"requested":%d,"returned":%d},"data":%s}"""
        .formatted(elements, elements, data);
  }

  static String binance(int elements) {
    return VenuePage.list(
        elements,
        i ->
            """
            {"symbol":"T%d","priceChange":"1210.50000000","priceChangePercent":"1.333",\
            "weightedAvgPrice":"91321.14000000","prevClosePrice":"90839.50000000",\
            "lastPrice":"92050.%02d000000","lastQty":"0.00150000","bidPrice":"92050.00000000",\
            "bidQty":"1.50000000","askPrice":"92051.01000000","askQty":"0.50000000",\
            "openPrice":"90839.50000000","highPrice":"92801.00000000",\
            "lowPrice":"90411.00000000","volume":"15328.12345000",\
            "quoteVolume":"1399780123.12340000","openTime":%d,"closeTime":%d,\
            "firstId":5591230011,"lastId":5593210455,"count":1980445}"""
                .formatted(
                    i, i % 100, VenuePage.LAST_MINUTE_MS - 86_400_000, VenuePage.LAST_MINUTE_MS));
  }

  static String massive(int elements) {
    long nanos = VenuePage.LAST_MINUTE_MS * 1_000_000;
    String tickers =
        VenuePage.list(
            elements,
            i ->
                """
                {"day":{"c":268.91,"h":270.15,"l":266.4,"o":267.02,"v":41694100,"vw":268.3124},\
                "lastQuote":{"P":268.92,"S":5,"p":268.9,"s":3,"t":%d},\
                "lastTrade":{"c":[14,41],"i":"121351","p":268.%02d,"s":200,"t":%d,"x":12},\
                "min":{"av":41690255,"c":268.91,"h":268.95,"l":268.81,"o":268.85,"v":197226,\
                "vw":268.8812,"t":%d,"n":512},\
                "prevDay":{"c":266.25,"h":267.9,"l":264.1,"o":265.0,"v":50149192,"vw":266.0622},\
                "ticker":"T%d","todaysChange":2.66,"todaysChangePerc":0.999,"updated":%d}"""
                    .formatted(nanos, i % 100, nanos, VenuePage.LAST_MINUTE_MS, i, nanos));
    return """
        {"count":%d,"status":"OK","request_id":"1","tickers":%s}"""
        .formatted(elements, tickers);
  }

  static String twelvedata(int elements) {
    return IntStream.range(0, elements)
        .mapToObj(
            i ->
                """
                "T%d":{"symbol":"T%d","name":"Company %d","exchange":"NASDAQ","mic_code":"XNGS",\
                "currency":"USD","datetime":"2025-12-31","timestamp":%d,"last_quote_at":%d,\
                "open":"267.02000","high":"270.14999","low":"266.39999","close":"268.91000",\
                "volume":"41694100","previous_close":"266.25000","change":"2.66000",\
                "percent_change":"0.99906","average_volume":"45658560","is_market_open":false,\
                "fifty_two_week":{"low":"169.21001","high":"277.32001","low_change":"99.69999",\
                "high_change":"-8.41001","low_change_percent":"58.92086",\
                "high_change_percent":"-3.03260","range":"169.210007 - 277.320007"}}"""
                    .formatted(
                        i,
                        i,
                        i,
                        VenuePage.LAST_MINUTE_MS / 1000 - 23_340,
                        VenuePage.LAST_MINUTE_MS / 1000))
        .collect(Collectors.joining(",", "{", "}"));
  }

  static String http(int elements) {
    return """
        {"quotes":%s}"""
        .formatted(
            VenuePage.list(
                elements,
                i ->
                    """
                    {"s":"T%d","t":%d,"last":92050.%02d,"bid":92050.0,"ask":92051.5,"vol":1532.25}"""
                        .formatted(i, VenuePage.LAST_MINUTE_MS, 10 + i % 90)));
  }

  static String finnhub(int index) {
    return """
        {"c":268.%02d,"d":2.66,"dp":0.9991,"h":270.15,"l":266.4,"o":267.02,"pc":266.25,"t":%d}"""
        .formatted(10 + index % 90, VenuePage.LAST_MINUTE_MS / 1000);
  }

  static String coinbase(int index) {
    return """
        {"ask":"92051.01","bid":"92050.00","volume":"5012.12345678","trade_id":%d,\
        "price":"92050.00","size":"0.0015","time":"2025-12-31T23:59:47.123456Z",\
        "rfq_volume":"12.300000"}"""
        .formatted(901_234_567 + index);
  }

  static String alphavantage(int index) {
    return """
        {"Global Quote":{"01. symbol":"T%d","02. open":"289.7000","03. high":"292.1800",\
        "04. low":"287.2500","05. price":"290.4500","06. volume":"3561642",\
        "07. latest trading day":"2025-12-31","08. previous close":"288.4200",\
        "09. change":"2.0300","10. change percent":"0.7038%%"}}"""
        .formatted(index);
  }

  static String yahoo(int index) {
    return """
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"T%d","exchangeName":"NMS",\
        "fullExchangeName":"NasdaqGS","instrumentType":"EQUITY","firstTradeDate":345479400,\
        "regularMarketTime":%d,"hasPrePostMarketData":true,"gmtoffset":-18000,\
        "timezone":"EST","exchangeTimezoneName":"America/New_York","regularMarketPrice":268.91,\
        "fiftyTwoWeekHigh":277.32,"fiftyTwoWeekLow":169.21,"regularMarketDayHigh":270.15,\
        "regularMarketDayLow":266.4,"regularMarketVolume":41694100,"longName":"Company %d",\
        "shortName":"Company %d","chartPreviousClose":266.25,"priceHint":2,\
        "dataGranularity":"1d","range":"1d"},"timestamp":[%d],\
        "indicators":{"quote":[{"open":[267.02],"high":[270.15],"low":[266.4],\
        "close":[268.91],"volume":[41694100]}]}}],"error":null}}"""
        .formatted(
            index,
            VenuePage.LAST_MINUTE_MS / 1000,
            index,
            index,
            VenuePage.LAST_MINUTE_MS / 1000 - 23_340);
  }
}
