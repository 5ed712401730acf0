package io.tickstream.connect.market;

import io.tickstream.connect.market.limit.WallClock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/** Publishes the events of its symbols. Connect calls everything here from one thread. */
public final class MarketSourceTask extends SourceTask {

  private @Nullable RunningTask running;

  @Override
  public String version() {
    return Version.get();
  }

  @Override
  public void start(Map<String, String> configs) {
    running = RunningTask.start(configs, context, WallClock.SYSTEM);
  }

  @Override
  public @Nullable List<SourceRecord> poll() throws InterruptedException {
    return running == null ? null : running.poll();
  }

  @Override
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
