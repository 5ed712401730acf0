package io.tickstream.connect.market;

import io.tickstream.connect.market.config.Checked;
import io.tickstream.connect.market.config.MarketSourceConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings market data into Kafka: quotes, trades and bars from stock and crypto APIs, files or a
 * simulator. Symbols are split over the tasks, each in exactly one.
 *
 * <p>After a restart every symbol goes on behind its last published event. Where the provider has
 * history nothing is missing then; with exactly-once support nothing is repeated either.
 */
public final class MarketSourceConnector extends SourceConnector {

  private static final Logger LOG = LoggerFactory.getLogger(MarketSourceConnector.class);

  private @Nullable RunningConnector running;

  @Override
  public String version() {
    return Version.get();
  }

  @Override
  public ConfigDef config() {
    return MarketSourceConfig.definition();
  }

  @Override
  public Config validate(Map<String, String> configs) {
    return Checked.complete(super.validate(configs), configs);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return MarketSourceTask.class;
  }

  @Override
  public void start(Map<String, String> configs) {
    running = new RunningConnector(configs, context()::requestTaskReconfiguration);
    running.start();
    LOG.info("Market source connector {} started", Version.get());
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    if (running == null) {
      throw new ConnectException("The connector is not started");
    }
    return running.taskConfigs(maxTasks);
  }

  @Override
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> configs) {
    return Replay.possible(new MarketSourceConfig(configs))
        ? ExactlyOnceSupport.SUPPORTED
        : ExactlyOnceSupport.UNSUPPORTED;
  }

  @Override
  public ConnectorTransactionBoundaries canDefineTransactionBoundaries(
      Map<String, String> configs) {
    return ConnectorTransactionBoundaries.SUPPORTED;
  }

  @Override
  public boolean alterOffsets(
      Map<String, String> configs, Map<Map<String, ?>, Map<String, ?>> offsets) {
    OffsetRules.check(new MarketSourceConfig(configs), offsets);
    return true;
  }
}
