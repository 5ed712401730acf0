package io.tickstream.connect.market.limit;

/** Time that passes only by being slept through. */
public final class FakeClock implements WallClock {

  private long nowMs = 1_795_036_000_000L;

  @Override
  public synchronized long nowMs() {
    return nowMs;
  }

  @Override
  public void sleep(long ms) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    advance(ms);
  }

  public synchronized void advance(long ms) {
    nowMs += ms;
  }
}
