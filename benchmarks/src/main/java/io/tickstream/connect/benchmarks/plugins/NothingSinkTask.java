package io.tickstream.connect.benchmarks.plugins;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Does nothing, and so has everything done at once: Connect commits what it has delivered. */
public final class NothingSinkTask extends SinkTask {

  @Override
  public String version() {
    return Floor.VERSION;
  }

  @Override
  public void start(Map<String, String> props) {}

  @Override
  public void put(Collection<SinkRecord> records) {}

  @Override
  public void stop() {}
}
