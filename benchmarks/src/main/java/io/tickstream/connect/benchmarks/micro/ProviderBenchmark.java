package io.tickstream.connect.benchmarks.micro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Partition;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;
import io.tickstream.connect.market.record.RecordMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The answers of an HTTP provider that hold a hundred elements, from their bytes to records with
 * their offsets: one page, or where a venue answers for one symbol at a time, a hundred. Times are
 * per record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProviderBenchmark {

  private static final int ELEMENTS = 100;
  private static final JsonFactory JSON = new JsonFactory();
  private static final long NOW_MS = VenuePage.LAST_MINUTE_MS + 3_600_000;

  /** Whose page. */
  @Param public VenuePage page = VenuePage.BINANCE_TRADES;

  private List<String> symbols;
  private MarketSourceConfig config;
  private Venue venue;
  private final List<Request> requests = new ArrayList<>();
  private final List<Response> responses = new ArrayList<>();
  private RecordMapper mapper;
  private final Map<String, Map<String, String>> partitions = new HashMap<>();

  /** Opens the provider; nothing is fetched. */
  @Setup
  public void prepare() {
    symbols = page.symbols(ELEMENTS);
    Map<String, String> options = new HashMap<>(page.options());
    options.put("provider", page.provider);
    options.put("dataset", page.dataset.label());
    options.put("symbols", String.join(",", symbols));
    options.put("topic", "ticks");
    options.put("api.key", "none");
    if (page.dataset == Dataset.BAR) {
      options.put("interval", "1m");
    }
    config = new MarketSourceConfig(options);
    for (String symbol : symbols) {
      partitions.put(
          symbol, new Partition(page.provider, page.dataset, symbol, config.interval()).toMap());
    }
    venue = ((VenueProvider) config.provider()).open(config.settings(symbols));
    List<String> bodies = page.bodies(ELEMENTS);
    for (int i = 0; i < bodies.size(); i++) {
      List<String> asked = bodies.size() == 1 ? symbols : List.of(symbols.get(i));
      requests.add(venue.request(asked, Cursor.from(0), NOW_MS));
      responses.add(Response.of(200, bodies.get(i), NOW_MS));
    }
    mapper = new RecordMapper(config, page.provider, config.dataset(), config.interval(), "");
    if (parseAndMap().size() != ELEMENTS) {
      throw new IllegalStateException(
          "%s gave %d records, the first answer: %s"
              .formatted(
                  page, parseAndMap().size(), venue.parse(requests.get(0), responses.get(0))));
    }
  }

  /** Parses and maps 100 elements. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public List<SourceRecord> parseAndMap() {
    List<SourceRecord> records = new ArrayList<>(ELEMENTS);
    for (int i = 0; i < requests.size(); i++) {
      if (venue.parse(requests.get(i), responses.get(i)) instanceof Page answer) {
        answer.items().forEach(item -> records.add(record(item)));
      }
    }
    return records;
  }

  private SourceRecord record(Item item) {
    MarketEvent event = item.event();
    Map<String, String> partition = partitions.getOrDefault(event.symbol(), Map.of());
    Map<String, Object> offset = new Cursor(event.timeMs(), event.id()).toOffset();
    return mapper.map(new Positioned(event, partition, offset, item.raw(), List.of()), NOW_MS);
  }

  /** Lets Jackson go through the text without keeping anything: what any reader of it pays. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public long tokens() throws IOException {
    long tokens = 0;
    for (Response response : responses) {
      try (JsonParser parser = JSON.createParser(response.stream())) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    return tokens;
  }

  /** Reads the text into Jackson's tree, and nothing else: the part that is not ours. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public void tree(Blackhole trees) {
    responses.forEach(response -> trees.consume(Json.parse(response)));
  }
}
