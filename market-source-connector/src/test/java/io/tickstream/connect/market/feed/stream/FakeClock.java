package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.provider.VenueFixture;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Stands still until it is moved, or somebody sleeps. */
final class FakeClock implements WallClock {

  private final AtomicLong now = new AtomicLong(VenueFixture.NOW_MS);

  @Override
  public long nowMs() {
    return now.get();
  }

  @Override
  public void sleep(long ms) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now.addAndGet(ms);
  }

  void advance(Duration time) {
    now.addAndGet(time.toMillis());
  }
}
