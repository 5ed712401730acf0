package io.tickstream.connect.market.offset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> partition =
      new Partition("binance", Dataset.BAR, "BTCUSDT", Interval.parse("1m")).toMap();

  @Test
  void aPartitionReadBackByConnectHasTheSameBytes() throws Exception {
    String written = JSON.writeValueAsString(partition);
    Map<String, String> read =
        JSON.readValue(written, new TypeReference<HashMap<String, String>>() {});
    assertThat(JSON.writeValueAsString(read)).isEqualTo(written);
  }

  @Test
  void theBytesAreThoseOfEveryOtherRun() throws Exception {
    assertThat(JSON.writeValueAsString(partition))
        .isEqualTo(
            "{\"symbol\":\"BTCUSDT\",\"provider\":\"binance\",\"interval\":\"1m\",\"dataset\":\"bar\"}");
  }
}
