package io.tickstream.connect.cassandra.write;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The limits of this worker, one per connector, shared by its tasks. Thread-safe. */
public final class RequestLimits {
  private static final RequestLimits OF_WORKER = new RequestLimits();

  private record Key(String connector, int max) {}

  private static final class Counted {
    private final RequestLimit limit;
    private int leases;

    Counted(RequestLimit limit) {
      this.limit = limit;
    }

    int add(int more) {
      leases += more;
      limit.sharedBy(leases);
      return leases;
    }
  }

  /** A task's share. */
  public final class Lease implements AutoCloseable {
    private final Key key;
    private final Counted counted;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Lease(Key key, Counted counted) {
      this.key = key;
      this.counted = counted;
    }

    public RequestLimit limit() {
      return counted.limit;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(key, counted);
      }
    }
  }

  private final Map<Key, Counted> shared = new HashMap<>();

  RequestLimits() {}

  public static RequestLimits ofWorker() {
    return OF_WORKER;
  }

  public synchronized Lease lease(String connector, int max) {
    Key key = new Key(connector, max);
    Counted counted = shared.computeIfAbsent(key, k -> new Counted(new RequestLimit(max)));
    counted.add(1);
    return new Lease(key, counted);
  }

  private synchronized void giveBack(Key key, Counted counted) {
    if (counted.add(-1) == 0) {
      shared.remove(key, counted);
    }
  }
}
