package io.tickstream.connect.market.config;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.feed.FeedProvider;
import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.feed.http.HttpOptions;
import io.tickstream.connect.market.feed.poll.PollOptions;
import io.tickstream.connect.market.provider.ApiKey;
import io.tickstream.connect.market.provider.Connections;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Problems;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.record.RecordOptions;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for options that are fine by themselves but do not go together. */
final class Validation {

  private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

  private final MarketSourceConfig config;
  private final Provider provider;
  private final Problems problems;

  private Validation(MarketSourceConfig config, Problems problems) {
    this.config = config;
    this.provider = config.provider();
    this.problems = problems;
  }

  static void run(MarketSourceConfig config, Problems problems) {
    Validation validation = new Validation(config, problems);
    boolean offered = validation.checkOffer();
    validation.checkKey();
    validation.checkSymbols();
    validation.checkHeaders();
    validation.checkValueMode();
    validation.checkBackoff();
    if (offered) {
      validation.checkProvider();
    }
  }

  private boolean checkOffer() {
    Dataset dataset = config.dataset();
    Mode mode = provider instanceof FeedProvider ? Mode.POLL : config.mode();
    List<Offer> ofDataset =
        provider.offers().stream().filter(offer -> offer.dataset() == dataset).toList();
    if (ofDataset.isEmpty()) {
      problems.add(
          SourceOptions.DATASET,
          "provider "
              + provider.name()
              + " has no "
              + dataset.label()
              + "; it has "
              + join(provider.offers().stream().map(offer -> offer.dataset().label()).toList()));
      return false;
    }
    List<Offer> offers = ofDataset.stream().filter(offer -> offer.mode() == mode).toList();
    if (offers.isEmpty()) {
      problems.add(
          SourceOptions.MODE,
          "provider "
              + provider.name()
              + " has no "
              + dataset.label()
              + " by "
              + mode.label()
              + "; it has them by "
              + join(ofDataset.stream().map(offer -> offer.mode().label()).toList()));
      return false;
    }
    return dataset != Dataset.BAR || checkInterval(offers.get(0));
  }

  private boolean checkInterval(Offer offer) {
    String given = config.getString(SourceOptions.INTERVAL);
    if (!offer.intervals().isEmpty() && !offer.intervals().contains(given)) {
      problems.add(
          SourceOptions.INTERVAL,
          (given.isEmpty() ? "is missing" : "is " + given)
              + "; provider "
              + provider.name()
              + " has bars of "
              + join(offer.intervals()));
      return false;
    }
    try {
      Interval.parse(given);
      return true;
    } catch (IllegalArgumentException notInterval) {
      problems.add(
          SourceOptions.INTERVAL,
          (given.isEmpty() ? "is missing; it " : "is " + given + "; it ")
              + notInterval.getMessage());
      return false;
    }
  }

  private void checkKey() {
    boolean given = config.settings(List.of()).apiKey().isPresent();
    if (!given && provider.apiKey() == ApiKey.REQUIRED) {
      problems.add(Settings.API_KEY, "is missing; provider " + provider.name() + " requires it");
    }
  }

  private void checkSymbols() {
    List<String> listed = config.listedSymbols();
    boolean file = !config.symbolsFile().isEmpty();
    int sources = (listed.isEmpty() ? 0 : 1) + (file ? 1 : 0) + (config.discovers() ? 1 : 0);
    if (sources == 0 && provider.needsSymbols()) {
      problems.add(
          SourceOptions.SYMBOLS,
          "is empty; list symbols such as "
              + provider.symbolExample()
              + ", or set symbols.file or symbols.discovery=true");
    } else if (sources > 1) {
      problems.add(
          listed.isEmpty() ? SourceOptions.SYMBOLS_FILE : SourceOptions.SYMBOLS,
          "is set together with "
              + (config.discovers() ? SourceOptions.DISCOVERY : SourceOptions.SYMBOLS_FILE)
              + "; set one of symbols, symbols.file and symbols.discovery");
    }
    if (config.discovers() && !provider.discovers()) {
      problems.add(
          SourceOptions.DISCOVERY,
          "is true; provider " + provider.name() + " cannot list its symbols");
    }
    if (file && sources == 1) {
      try {
        checkListed(SourceOptions.SYMBOLS_FILE, SymbolFile.read(config.symbolsFile()));
      } catch (IOException unreadable) {
        problems.add(
            SourceOptions.SYMBOLS_FILE,
            "is "
                + config.symbolsFile()
                + ", which this worker cannot read; every worker needs it");
      }
    }
    checkListed(SourceOptions.SYMBOLS, listed);
  }

  private void checkListed(String option, List<String> symbols) {
    Connections connections = provider.connections(config.settings(symbols));
    if (config.mode() == Mode.STREAM && symbols.size() > connections.symbols()) {
      problems.add(option, connections.refusal(symbols.size()));
    }
    List<String> wrong =
        symbols.stream()
            .filter(symbol -> !provider.symbolSyntax().matcher(symbol).matches())
            .limit(5)
            .toList();
    if (!wrong.isEmpty()) {
      problems.add(
          option,
          "has "
              + join(wrong)
              + "; a symbol of provider "
              + provider.name()
              + " looks like "
              + provider.symbolExample());
    }
  }

  private void checkHeaders() {
    try {
      HttpClient.parseHeaders(config.getPassword(HttpOptions.HEADERS));
    } catch (IllegalArgumentException malformed) {
      problems.add(HttpOptions.HEADERS, String.valueOf(malformed.getMessage()));
    }
  }

  private void checkValueMode() {
    String mode = config.valueMode();
    if (mode.equals("ohlc_flat") && config.dataset() != Dataset.BAR) {
      problems.add(
          RecordOptions.VALUE_MODE, "is ohlc_flat, which only bars can be; set dataset=bar");
    }
    boolean text = mode.equals("raw") || mode.equals("envelope");
    if (text && provider instanceof FeedProvider) {
      problems.add(
          RecordOptions.VALUE_MODE,
          "is "
              + mode
              + "; provider "
              + provider.name()
              + " has no answers to pass on, use record");
    } else if (mode.equals("envelope") && config.mode() == Mode.STREAM) {
      problems.add(
          RecordOptions.VALUE_MODE, "is envelope, which streams do not have; use raw or record");
    }
  }

  private void checkBackoff() {
    long initial = config.getLong(PollOptions.BACKOFF_INITIAL_MS);
    long max = config.getLong(PollOptions.BACKOFF_MAX_MS);
    if (initial > max) {
      problems.add(
          PollOptions.BACKOFF_INITIAL_MS,
          "is " + initial + ", more than retry.backoff.max.ms=" + max);
    }
  }

  private void checkProvider() {
    Settings settings = config.settings(config.listedSymbols());
    long batch = config.getLong(PollOptions.BATCH_SYMBOLS);
    int allowed = provider.batchLimit(settings);
    if (batch > allowed) {
      problems.add(
          PollOptions.BATCH_SYMBOLS,
          "is " + batch + "; provider " + provider.name() + " allows " + allowed + " here");
    }
    provider.check(settings, problems);
    checkTasks();
  }

  /**
   * Connect has no place for a warning in what it answers to a validation, so that it is logged.
   */
  private void checkTasks() {
    String given = config.originalsStrings().getOrDefault(TaskLimit.TASKS_MAX, "1").trim();
    // What is no number is Connect's to refuse.
    int wanted = given.matches("[1-9]\\d{0,8}") ? Integer.parseInt(given) : 1;
    int allowed = TaskLimit.of(config, config.listedSymbols(), wanted);
    if (wanted > allowed) {
      LOG.warn("{}", TaskLimit.warning(config, wanted, allowed));
    }
  }

  private static String join(List<String> words) {
    return words.stream().distinct().collect(Collectors.joining(", "));
  }
}
