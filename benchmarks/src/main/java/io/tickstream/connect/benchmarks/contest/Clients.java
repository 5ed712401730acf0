package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.raw.RawClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The processes of clients without Connect; each is kept while it lives, so that it stays warm. */
final class Clients implements AutoCloseable {

  /** Starts the process of a contestant. */
  interface Launch {
    RawClient start(Contestant contestant) throws IOException;
  }

  private final Rig rig;
  private final Launch launch;
  private final Map<String, RawClient> running = new HashMap<>();

  Clients(Rig rig, Launch launch) {
    this.rig = rig;
    this.launch = launch;
  }

  /** The contestant's process, started when first asked for or when it has ended meanwhile. */
  RawClient of(Contestant contestant) throws IOException {
    RawClient client = running.get(contestant.name());
    if (client == null || !client.isAlive()) {
      client = launch.start(contestant);
      running.put(contestant.name(), client);
      rig.addClient(client.pid());
    }
    return client;
  }

  @Override
  public void close() throws IOException {
    for (RawClient client : running.values()) {
      client.close();
    }
  }
}
