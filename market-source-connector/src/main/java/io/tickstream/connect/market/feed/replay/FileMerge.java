package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of several files in the order of their times; at equal times in the order of the
 * files. The order depends on nothing but the files, so that an event can be found again by its
 * number. Not thread-safe.
 */
final class FileMerge implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileMerge.class);

  private final EventReader events;
  private final @Nullable Consumer<String> skipBadLines;
  private final List<Source> sources = new ArrayList<>();
  private final PriorityQueue<Source> byTime =
      new PriorityQueue<>(
          Comparator.comparingLong((Source source) -> source.head().timeMs())
              .thenComparingInt(source -> source.index));

  private @Nullable IllegalArgumentException badLine;

  /** A file and the event in it that is up. */
  private static final class Source {
    private final int index;
    private final RowReader reader;
    private @Nullable MarketEvent head;

    Source(int index, RowReader reader) {
      this.index = index;
      this.reader = reader;
    }

    MarketEvent head() {
      if (head == null) {
        throw new IllegalStateException("the file is at its end");
      }
      return head;
    }
  }

  /** How to open files. */
  record Layout(String format, char separator, FieldNames names) {}

  /**
   * Opens the files.
   *
   * @param skipBadLines told of lines that are no events; null to stop at the first
   */
  FileMerge(
      List<Path> files, Layout layout, EventReader events, @Nullable Consumer<String> skipBadLines)
      throws IOException {
    this.events = events;
    this.skipBadLines = skipBadLines;
    try {
      for (Path file : files) {
        Source source =
            new Source(
                sources.size(),
                RowReader.open(file, layout.format(), layout.separator(), layout.names()));
        sources.add(source);
        refillOrNote(source);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The next event; null at the end of all files.
   *
   * @throws IllegalArgumentException naming the line that is no event, unless such lines are
   *     skipped
   */
  @Nullable MarketEvent next() throws IOException {
    if (badLine != null) {
      throw badLine;
    }
    Source source = byTime.poll();
    if (source == null) {
      return null;
    }
    MarketEvent event = source.head();
    refillOrNote(source);
    return event;
  }

  /** Keeps the complaint about a line for later: what stands before it is to be had first. */
  private void refillOrNote(Source source) throws IOException {
    try {
      refill(source);
    } catch (IllegalArgumentException noEvent) {
      badLine = noEvent;
    }
  }

  private void refill(Source source) throws IOException {
    source.head = null;
    while (source.head == null) {
      try {
        Row row = source.reader.next();
        if (row == null) {
          return;
        }
        source.head = read(row);
      } catch (IllegalArgumentException noEvent) {
        if (skipBadLines == null) {
          throw noEvent;
        }
        skipBadLines.accept(String.valueOf(noEvent.getMessage()));
      }
    }
    byTime.add(source);
  }

  private MarketEvent read(Row row) {
    try {
      return events.read(row);
    } catch (IllegalArgumentException noEvent) {
      throw new IllegalArgumentException(row.where() + " " + noEvent.getMessage(), noEvent);
    }
  }

  @Override
  public void close() {
    for (Source source : sources) {
      try {
        source.reader.close();
      } catch (IOException e) {
        LOG.debug("{} could not be closed; it was only read from", source.reader.file, e);
      }
    }
  }
}
