package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Partition;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.VenueProvider;
import io.tickstream.connect.market.record.RecordMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A message of a streaming provider, from its text to the record with its offset. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StreamBenchmark {

  private static final long NOW_MS = VenuePage.LAST_MINUTE_MS + 1_000;

  /** Whose message. */
  @Param public VenueFrame frame = VenueFrame.BINANCE_TRADE;

  private List<String> symbols;
  private Stream stream;
  private RecordMapper mapper;
  private Map<String, String> partition;

  /** Opens the provider; nothing is connected. */
  @Setup
  public void prepare() {
    symbols = List.of(frame.symbol);
    MarketSourceConfig config =
        new MarketSourceConfig(
            Map.of(
                "provider",
                frame.provider,
                "dataset",
                frame.dataset.label(),
                "mode",
                "stream",
                "symbols",
                frame.symbol,
                "topic",
                "ticks",
                "api.key",
                "none"));
    stream =
        ((VenueProvider) config.provider())
            .open(config.settings(symbols)).stream()
                .orElseThrow(() -> new IllegalStateException(frame.provider + " does not stream"));
    partition =
        new Partition(frame.provider, frame.dataset, frame.symbol, config.interval()).toMap();
    mapper = new RecordMapper(config, frame.provider, config.dataset(), config.interval(), "");
  }

  /** Reads and maps one message. */
  @Benchmark
  public SourceRecord parseAndMap() {
    Item item = item(stream.parse(frame.text, symbols, NOW_MS));
    MarketEvent event = item.event();
    Map<String, Object> offset = new Cursor(event.timeMs(), event.id()).toOffset();
    return mapper.map(new Positioned(event, partition, offset, item.raw(), List.of()), NOW_MS);
  }

  private static Item item(Frame frame) {
    if (frame instanceof Frame.Events events) {
      return events.items().get(0);
    }
    if (frame instanceof Frame.Several several) {
      return item(several.frames().get(0));
    }
    throw new IllegalStateException("not an event: " + frame);
  }
}
