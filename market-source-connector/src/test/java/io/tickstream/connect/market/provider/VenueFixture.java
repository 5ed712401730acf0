package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.jspecify.annotations.Nullable;

/** What providers' tests need: settings without a connector, and the recorded answers. */
public final class VenueFixture {

  public static final long NOW_MS = 1_795_036_000_000L;

  private VenueFixture() {}

  /** Settings with a key and, above the defaults, the options given. */
  public static Settings settings(
      Provider provider,
      Dataset dataset,
      Mode mode,
      @Nullable String interval,
      List<String> symbols,
      Map<String, String> options) {
    ConfigDef def = new ConfigDef();
    Options.in(def, "core")
        .secret(Settings.API_KEY, Importance.HIGH, "key")
        .text(Settings.BASE_URL, "", Importance.LOW, "address")
        .text(Settings.WS_URL, "", Importance.LOW, "address");
    provider.addOptions(def);
    Map<String, String> all = new HashMap<>(Map.of(Settings.API_KEY, "k3y"));
    all.putAll(options);
    return new Settings(
        dataset,
        mode,
        interval == null ? null : Interval.parse(interval),
        symbols,
        symbols.size(),
        Boolean.parseBoolean(options.get("raw")),
        Boolean.parseBoolean(options.get("emit.open.bars")),
        new AbstractConfig(def, all, false));
  }

  /** A recorded answer as HTTP would bring it. */
  public static Response sample(int status, String file) {
    return Response.of(status, text(file), NOW_MS);
  }

  /** A recorded answer or frame. */
  public static String text(String file) {
    try (InputStream in = VenueFixture.class.getResourceAsStream("/samples/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
