package io.tickstream.connect.stack.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Ends this JVM when the process that started it is gone. That process holds the other end of
 * standard input and never closes it while it lives; the operating system does when it dies,
 * however it dies. A line on standard input is a request: {@code jmx} opens a {@link BeanServer}.
 */
final class ParentWatch implements Runnable {
  /** How long an orderly shutdown may take before it is cut short. */
  private static final long GRACE_SECONDS = 4;

  private static final int ORPHANED = 75;

  private final InputStream requests;

  private ParentWatch(InputStream requests) {
    this.requests = requests;
  }

  static void start(InputStream requests) {
    daemon("parent-watch", new ParentWatch(requests));
  }

  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(requests, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("jmx")) {
          BeanServer.open();
        }
      }
    } catch (IOException e) {
      System.err.println("Standard input failed, taken for its end: " + e);
    }
    daemon("orphan-halt", ParentWatch::haltAfterGrace);
    System.exit(ORPHANED);
  }

  private static void haltAfterGrace() {
    try {
      TimeUnit.SECONDS.sleep(GRACE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ORPHANED);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
