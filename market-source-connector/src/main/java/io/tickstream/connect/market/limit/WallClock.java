package io.tickstream.connect.market.limit;

/** Time, and waiting for it to pass; replaced in tests by one that does not wait. Thread-safe. */
public interface WallClock {

  WallClock SYSTEM =
      new WallClock() {
        @Override
        public long nowMs() {
          return System.currentTimeMillis();
        }

        @Override
        public void sleep(long ms) throws InterruptedException {
          Thread.sleep(ms);
        }
      };

  /** Epoch milliseconds. */
  long nowMs();

  /** Waits; throws when the thread is interrupted, as it is when its task stops. */
  void sleep(long ms) throws InterruptedException;
}
