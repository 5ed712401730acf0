package io.tickstream.connect.market.offset;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.event.MarketEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One symbol's partition and progress, from a stored offset on. Not thread-safe. */
public final class Track {

  private final String symbol;
  private final @Nullable Interval barInterval;
  private final Map<String, String> partition;
  private final Progress progress;

  public Track(Partition partition, Progress progress) {
    this.symbol = partition.symbol();
    this.barInterval = partition.dataset() == Dataset.BAR ? partition.interval() : null;
    this.partition = partition.toMap();
    this.progress = progress;
  }

  /**
   * Goes on where the stored offset says.
   *
   * @param stored looks Connect's offsets up; empty where there is none
   */
  public static Track resume(
      Partition partition,
      Function<Map<String, String>, Map<String, Object>> stored,
      Cursor otherwise,
      boolean sequentialIds,
      boolean emitUnchanged) {
    Map<String, Object> offset = stored.apply(partition.toMap());
    boolean numbered = sequentialIds && partition.dataset() == Dataset.TRADE;
    Cursor cursor = offset.isEmpty() ? otherwise : stored(partition, offset, numbered);
    return new Track(partition, new Progress(cursor, sequentialIds, emitUnchanged));
  }

  private static Cursor stored(Partition partition, Map<String, Object> offset, boolean numbered) {
    try {
      return numbered ? Cursor.of(offset).numbered() : Cursor.of(offset);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "the stored offset of "
              + partition.toMap()
              + " cannot be used: "
              + wrong.getMessage()
              + "; alter or reset the connector's offsets",
          wrong);
    }
  }

  public String symbol() {
    return symbol;
  }

  public Cursor cursor() {
    return progress.cursor();
  }

  /**
   * Where to ask from: at the cursor or, while it is only a time to begin at, early enough for the
   * bar that was open then.
   */
  public Cursor askFrom() {
    Cursor cursor = progress.cursor();
    return barInterval == null || cursor.published()
        ? cursor
        : Cursor.from(barInterval.begunMs(cursor.ts()));
  }

  /** See {@link Progress#settle}. */
  public void settle() {
    progress.settle();
  }

  /** See {@link Progress#resuming}. */
  public boolean resuming() {
    return progress.resuming();
  }

  /** See {@link Progress#recall}. */
  public void recall(List<? extends MarketEvent> listed) {
    progress.recall(listed);
  }

  /** The event with its position if it is new, and the cursor moves to it; null if not. */
  public @Nullable Positioned advance(MarketEvent event, @Nullable String raw) {
    return progress.advance(event)
        ? new Positioned(event, partition, progress.cursor().toOffset(), raw, List.of())
        : null;
  }
}
