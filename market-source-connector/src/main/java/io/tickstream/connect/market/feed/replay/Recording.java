package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.provider.Settings;
import java.io.IOException;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** The configured files, to be opened as often as need be. Immutable. */
final class Recording {

  private final Settings settings;
  private final int allSymbols;
  private final @Nullable Consumer<String> skipBadLines;

  Recording(Settings settings, int allSymbols, Consumer<String> skip) {
    this.settings = settings;
    this.allSymbols = allSymbols;
    this.skipBadLines =
        settings.options().getString(ReplayOptions.BAD_LINES).equals("skip") ? skip : null;
  }

  /** The first event of all, its time as it was; null when there is none. */
  @Nullable MarketEvent first() throws IOException {
    try (FileMerge files = open(0)) {
      return files.next();
    }
  }

  FileMerge open(long shiftMs) throws IOException {
    AbstractConfig options = settings.options();
    String separator = options.getString(ReplayOptions.SEPARATOR);
    // Lines without a symbol can only be of the one symbol there is, in whichever task it is.
    String onlySymbol =
        allSymbols == 1 && settings.symbols().size() == 1 ? settings.symbols().get(0) : null;
    return new FileMerge(
        ReplayFiles.find(options.getList(ReplayOptions.FILES)),
        new FileMerge.Layout(
            options.getString(ReplayOptions.FORMAT),
            separator.equals("\\t") ? '\t' : separator.charAt(0),
            new FieldNames(options.getList(ReplayOptions.COLUMNS))),
        new EventReader(
            settings.dataset(),
            settings.interval(),
            ZoneId.of(options.getString(ReplayOptions.ZONE)),
            onlySymbol,
            shiftMs),
        skipBadLines);
  }
}
