package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one command measures. Used once. */
public abstract sealed class Measurement
    permits SinkContest, SourceContest, TransformsContest, LatencyContest, StartContest {

  /** Makes a contestant of its name. */
  interface Naming {
    Contestant contestant(String name) throws IOException;
  }

  final ContestOptions options;
  final ContestSettings settings;
  final String command;
  private final String name;

  /**
   * Not started yet.
   *
   * @param command what was typed, for the report
   * @param name of the result's files
   */
  Measurement(ContestOptions options, String command, String name) {
    this.options = options;
    this.settings = options.settings();
    this.command = command;
    this.name = name;
  }

  /** Name of the result's files. */
  public final String resultName() {
    return options.resultName(name);
  }

  /** Starts the servers, measures, stops the servers. */
  public abstract Report run() throws Exception;

  /** Those the options ask for: built-in ones by their names, then guests. */
  final List<Contestant> contestants(Naming naming, String byDefault, Contestant.Leaves guests)
      throws IOException {
    List<Contestant> contestants = new ArrayList<>();
    List<String> builtIn = options.contestants(byDefault);
    options.refuseOursUnlessIn(builtIn);
    for (String each : builtIn) {
      contestants.add(naming.contestant(each));
    }
    for (String guest : options.guests()) {
      contestants.add(Contestants.guest(guest, guests));
    }
    Set<String> names = new HashSet<>();
    for (Contestant contestant : contestants) {
      if (!names.add(contestant.name())) {
        throw new IllegalArgumentException(
            "two contestants are called " + contestant.name() + "; give one another name");
      }
    }
    return contestants;
  }

  /** In which connectors run. */
  List<Variant> variants() {
    return options.variants();
  }

  /**
   * Connectors run in every variant, clients once, all with one load after the other: whose figures
   * are divided by each other are neighbours.
   */
  final List<Entry> entries(List<Contestant> contestants) {
    List<Entry> entries = new ArrayList<>();
    for (Load load : settings.loads()) {
      for (Contestant contestant : contestants) {
        if (contestant.needsWorkers()) {
          variants().forEach(variant -> entries.add(new Entry(contestant, variant, load)));
        } else {
          entries.add(new Entry(contestant, null, load));
        }
      }
    }
    return entries;
  }

  /** Lets all run in turn. */
  final void contest(List<Entry> entries, Trial connectors, Trial clients) {
    new Contest(entries, System.out)
        .run(
            (entry, repetition) ->
                (entry.variant() == null ? clients : connectors).run(entry, repetition),
            options.warmUps(),
            options.repetitions());
  }
}
