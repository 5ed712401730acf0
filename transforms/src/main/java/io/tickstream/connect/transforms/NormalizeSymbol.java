package io.tickstream.connect.transforms;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/** Gives trading pairs one spelling: BTCUSDT, BTC-USDT, btc/usdt and XBTUSDT become one. */
public abstract class NormalizeSymbol<R extends ConnectRecord<R>> extends RecordTransform<R> {
  static final String OVERVIEW =
      "Gives trading pairs one spelling, whatever the venue: BTCUSDT, BTC-USDT, btc/usdt and"
          + " XBTUSDT become BTC-USDT. Other symbols, such as AAPL, are kept or refused.";

  private NormalizeSymbol(Side side) {
    super(side);
  }

  @Override
  public ConfigDef config() {
    return NormalizeSymbolConfig.DEF;
  }

  @Override
  Operation<R> start(Map<String, ?> options, Side side) {
    NormalizeSymbolConfig config = new NormalizeSymbolConfig(options);
    SymbolConversion conversion = new SymbolConversion(config.spelling(), config.refusesUnknown());
    return config.wholeContent()
        ? new WholeSymbol<>(side, conversion)
        : new FieldConversion<>(side, config.outputs(), config.onMissing(), conversion);
  }

  /** Works on the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends NormalizeSymbol<R> {
    public Key() {
      super(Side.KEY);
    }
  }

  /** Works on the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends NormalizeSymbol<R> {
    public Value() {
      super(Side.VALUE);
    }
  }
}
