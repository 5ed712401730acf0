package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.config.SymbolFile;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Symbols from a file or from the provider, looked at when the connector starts, and again and
 * again on a thread of its own; when they have changed, the worker is asked to configure the tasks
 * anew. What could not be read changes nothing, not even at the start: tasks may be running already
 * that a worker which was stopped, or lost, has configured.
 */
final class WatchedSymbols implements Symbols {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedSymbols.class);

  private final MarketSourceConfig config;
  private final Runnable changed;
  private final Pattern wanted;
  private final HttpClient http;
  private final Thread thread;

  /** Empty while they are not known. */
  private volatile List<String> current = List.of();

  /** Why the last look was in vain, empty if it was not. */
  private volatile String problem = "";

  /** How long the venue wants to be left alone; the looking thread's. */
  private long toldToWaitMs;

  WatchedSymbols(MarketSourceConfig config, Runnable changed) {
    this.config = config;
    this.changed = changed;
    this.wanted = Pattern.compile(config.discoveryRegex());
    this.http = new HttpClient(config, WallClock.SYSTEM);
    this.thread = new Thread(this::watch, "market-symbols");
    thread.setDaemon(true);
  }

  /** Looks for the symbols at once, since the worker asks for the tasks next. */
  @Override
  public void start() {
    try {
      look();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    thread.start();
  }

  @Override
  public List<String> current() {
    List<String> known = current;
    if (known.isEmpty()) {
      throw new RetriableException(
          "The symbols are not known yet: "
              + problem
              + ". Tasks stay as they are meanwhile; check symbols.file, or what symbols.discovery asks.");
    }
    return known;
  }

  private void watch() {
    try {
      while (true) {
        // A first list is wanted soon; a later one is no worse for being old.
        long pauseMs =
            current.isEmpty()
                ? Math.min(config.discoveryRefreshMs(), 10_000)
                : config.discoveryRefreshMs();
        Thread.sleep(Math.max(pauseMs, toldToWaitMs));
        toldToWaitMs = 0;
        if (look()) {
          changed.run();
        }
      }
    } catch (InterruptedException stopped) {
      LOG.debug("Watching for symbols ends");
    }
  }

  /** Whether there are others than before. */
  private boolean look() throws InterruptedException {
    try {
      List<String> now = config.discovers() ? discovered() : SymbolFile.read(config.symbolsFile());
      if (now.isEmpty()) {
        // A file that is just being written, or a venue that is not itself.
        throw new IOException("the list is empty");
      }
      problem = "";
      if (now.equals(current)) {
        return false;
      }
      LOG.info("There are {} symbols now, {} before", now.size(), current.size());
      current = now;
      return true;
    } catch (IOException | IllegalArgumentException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      boolean told = !problem.isEmpty();
      // The message of a missing file is its name.
      problem =
          config.redactor().clean(failed.getClass().getSimpleName() + ": " + failed.getMessage());
      if (!told) {
        LOG.warn(
            "The symbols could not be read: {}. The {} known ones stay; trying again.",
            problem,
            current.size());
      }
      return false;
    }
  }

  private List<String> discovered() throws IOException {
    Venue venue = ((VenueProvider) config.provider()).open(config.settings(List.of()));
    Request request =
        venue.discovery().orElseThrow(() -> new IOException("the provider has no list of symbols"));
    Response response = http.send(request);
    if (!response.successful()) {
      toldToWaitMs = waitMs(venue.parse(request, response), response.receivedMs());
      throw new IOException(
          config.redactor().clean(request) + " was answered with HTTP " + response.status());
    }
    return venue.discovered(response).stream()
        .filter(symbol -> wanted.matcher(symbol).matches())
        .filter(symbol -> config.provider().symbolSyntax().matcher(symbol).matches())
        .distinct()
        .sorted()
        .toList();
  }

  private static long waitMs(Reply reply, long nowMs) {
    if (reply instanceof Failure.Throttled throttled) {
      return throttled.waitMs();
    }
    if (reply instanceof Failure.Banned banned) {
      return banned.waitMs();
    }
    return reply instanceof Failure.QuotaExhausted quota ? quota.untilMs() - nowMs : 0;
  }

  @Override
  public void close() {
    thread.interrupt();
    http.close();
  }
}
