package io.tickstream.connect.market.feed;

import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The thread that a feed does its work on. It logs as the task does that started it, and whatever
 * ends it but {@link #end} fails the queue.
 */
public final class FeedThread {

  private static final Logger LOG = LoggerFactory.getLogger(FeedThread.class);

  /** Stopping a task may take a second in all. */
  private static final long PATIENCE_MS = 800;

  /** What to do until interrupted. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  private final Thread thread;

  public FeedThread(String name, BatchQueue queue, Work work) {
    Map<String, String> logContext = MDC.getCopyOfContextMap();
    this.thread = new Thread(() -> run(queue, work, logContext), name);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void run(BatchQueue queue, Work work, @Nullable Map<String, String> logContext) {
    if (logContext != null) {
      MDC.setContextMap(logContext);
    }
    try {
      work.run();
    } catch (InterruptedException stopped) {
      LOG.debug("{} ends", thread.getName());
    } catch (ConnectException fatal) {
      queue.fail(fatal);
    } catch (RuntimeException bug) {
      queue.fail(new ConnectException(thread.getName() + " failed unexpectedly", bug));
    }
  }

  /**
   * Interrupts the work and waits a moment for its end.
   *
   * @param release ends what an interrupt does not
   */
  public void end(Runnable release) {
    thread.interrupt();
    release.run();
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
