package io.tickstream.connect.market.feed.stream;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What connections tell the loop, in order. Frames are bounded, so that a slow consumer slows the
 * venue down; openings and ends always get in. Thread-safe.
 */
final class Inbox {

  private static final int FRAMES = 2_000;

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(FRAMES);
  private final long blockMs;

  Inbox(long blockMs) {
    this.blockMs = blockMs;
  }

  /** Adds a frame as soon as there is room; false when there was none for too long. */
  boolean hear(Signal.Heard heard) throws InterruptedException {
    if (!room.tryAcquire(blockMs, TimeUnit.MILLISECONDS)) {
      return false;
    }
    signals.add(heard);
    return true;
  }

  void tell(Signal signal) {
    signals.add(signal);
  }

  /** The oldest signal; null when there was none within the time. */
  @Nullable Signal next(long maxWaitMs) throws InterruptedException {
    Signal signal = signals.poll(maxWaitMs, TimeUnit.MILLISECONDS);
    if (signal instanceof Signal.Heard) {
      room.release();
    }
    return signal;
  }
}
