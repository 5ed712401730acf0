package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import java.util.List;
import org.apache.kafka.connect.errors.RetriableException;

/** The connector's symbols, wherever they come from. Thread-safe. */
interface Symbols extends AutoCloseable {

  static Symbols of(MarketSourceConfig config, Runnable changed) {
    return config.symbolsFile().isEmpty() && !config.discovers()
        ? new Listed(config.listedSymbols())
        : new WatchedSymbols(config, changed);
  }

  void start();

  /**
   * The symbols as of now.
   *
   * @throws RetriableException while they are not known
   */
  List<String> current();

  @Override
  void close();

  /** Symbols that never change. */
  record Listed(List<String> current) implements Symbols {
    @Override
    public void start() {}

    @Override
    public void close() {}
  }
}
