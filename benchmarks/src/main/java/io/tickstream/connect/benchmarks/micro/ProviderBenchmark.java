package io.tickstream.connect.benchmarks.micro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * A page of an HTTP provider, from its bytes to records with their offsets. Times are per record.
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
  private Request request;
  private Response response;
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
    request = venue.request(symbols, Cursor.from(0), NOW_MS);
    response = Response.of(200, page.body(ELEMENTS), NOW_MS);
    mapper = new RecordMapper(config, page.provider, config.dataset(), config.interval(), "");
    if (parseAndMap().size() != ELEMENTS) {
      throw new IllegalStateException(
          page + " gave " + parseAndMap().size() + " records: " + venue.parse(request, response));
    }
  }

  /** Parses and maps one page of 100. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public List<SourceRecord> parseAndMap() {
    List<SourceRecord> records = new ArrayList<>(ELEMENTS);
    if (venue.parse(request, response) instanceof Page answer) {
      for (Item item : answer.items()) {
        MarketEvent event = item.event();
        Map<String, String> partition = partitions.getOrDefault(event.symbol(), Map.of());
        Map<String, Object> offset = new Cursor(event.timeMs(), event.id()).toOffset();
        records.add(
            mapper.map(new Positioned(event, partition, offset, item.raw(), List.of()), NOW_MS));
      }
    }
    return records;
  }

  /** Lets Jackson go through the page without keeping anything: what any reader of it pays. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public long tokens() throws IOException {
    long tokens = 0;
    try (JsonParser parser = JSON.createParser(response.stream())) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** Reads the page into Jackson's tree, and nothing else: the part that is not ours. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public JsonNode tree() {
    return Json.parse(response);
  }
}
