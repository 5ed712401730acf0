package io.tickstream.connect.market.provider.coinbase;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import java.util.List;
import java.util.regex.Pattern;

/** Coinbase Exchange: trades and quotes, polled and streamed, and bars, all without a key. */
public final class CoinbaseProvider implements VenueProvider {

  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{1,20}-[A-Z0-9]{1,20}");

  @Override
  public String name() {
    return "coinbase";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.TRADE, Mode.POLL),
        Offer.of(Dataset.TRADE, Mode.STREAM),
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.of(Dataset.QUOTE, Mode.STREAM),
        Offer.bars(Mode.POLL, "1m", "5m", "15m", "1h", "6h", "1d"));
  }

  @Override
  public Pattern symbolSyntax() {
    return SYMBOL;
  }

  @Override
  public boolean discovers() {
    return true;
  }

  @Override
  public String symbolExample() {
    return "BTC-USD";
  }

  @Override
  public Limits limits(Settings settings) {
    return Limits.NONE.andPerSecond(10);
  }

  @Override
  public Venue open(Settings settings) {
    return switch (settings.dataset()) {
      case TRADE -> new Trades(settings);
      case QUOTE -> new Tickers(settings);
      case BAR -> new Candles(settings);
    };
  }
}
