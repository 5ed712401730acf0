package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedProvider;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Problems;
import io.tickstream.connect.market.provider.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** Markets that were recorded in files. */
public final class ReplayProvider implements FeedProvider {

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.of(Dataset.TRADE, Mode.POLL),
        Offer.of(Dataset.QUOTE, Mode.POLL),
        Offer.bars(Mode.POLL));
  }

  @Override
  public boolean needsSymbols() {
    return false;
  }

  @Override
  public void addOptions(ConfigDef def) {
    ReplayOptions.define(def);
  }

  @Override
  public void check(Settings settings, Problems problems) {
    List<String> files = settings.options().getList(ReplayOptions.FILES);
    if (files.isEmpty()) {
      problems.add(ReplayOptions.FILES, "is empty; name at least one file");
      return;
    }
    try {
      ReplayFiles.find(files);
    } catch (IOException unreadable) {
      problems.add(ReplayOptions.FILES, "cannot be used: " + unreadable.getMessage());
    }
  }

  @Override
  public void checkOffset(Map<String, ?> offset) {
    ReplayOffset.read(offset);
  }

  @Override
  public Feed open(FeedContext context) {
    return new ReplayFeed(name(), context);
  }
}
