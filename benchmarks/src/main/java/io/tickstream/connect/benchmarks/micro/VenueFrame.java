package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.market.event.Dataset;

/** A message of a venue's stream with one event, in the form that its documentation has. */
public enum VenueFrame {
  /** An aggregated trade. */
  BINANCE_TRADE(
      "binance",
      Dataset.TRADE,
      "BTCUSDT",
      """
      {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1767225600124,"s":"BTCUSDT",\
      "a":3598123401,"p":"92050.00000000","q":"0.00150000","f":5593210450,"l":5593210452,\
      "T":1767225600123,"m":false,"M":true}}"""),
  /** A match. */
  COINBASE_TRADE(
      "coinbase",
      Dataset.TRADE,
      "BTC-USD",
      """
      {"type":"match","trade_id":901234567,"sequence":50,\
      "maker_order_id":"ac928c66-ca53-498f-9c13-a110027a60e8",\
      "taker_order_id":"132fb6ae-456b-4654-b4e0-d681ac05cea1",\
      "time":"2026-01-01T00:00:00.123456Z","product_id":"BTC-USD","size":"0.0015",\
      "price":"92050.00","side":"sell"}"""),
  /** A trade with its conditions. */
  FINNHUB_TRADE(
      "finnhub",
      Dataset.TRADE,
      "AAPL",
      """
      {"data":[{"c":["1","8","24"],"p":268.91,"s":"AAPL","t":1767225600195,"v":10}],\
      "type":"trade"}"""),
  /** A trade. */
  MASSIVE_TRADE(
      "massive",
      Dataset.TRADE,
      "AAPL",
      """
      [{"ev":"T","sym":"AAPL","x":4,"i":"12345","z":3,"p":268.91,"s":100,"c":[12],\
      "t":1767225600294,"q":3135876}]"""),
  /** A price. */
  TWELVEDATA_QUOTE(
      "twelvedata",
      Dataset.QUOTE,
      "AAPL",
      """
      {"event":"price","symbol":"AAPL","currency":"USD","exchange":"NASDAQ","mic_code":"XNGS",\
      "type":"Common Stock","timestamp":1767225600,"price":268.91,"day_volume":41694100}""");

  final String provider;
  final Dataset dataset;
  final String symbol;
  final String text;

  VenueFrame(String provider, Dataset dataset, String symbol, String text) {
    this.provider = provider;
    this.dataset = dataset;
    this.symbol = symbol;
    this.text = text;
  }
}
