package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records delete their row instead of writing it. */
class DeletesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k=key.k, price=value.price, currency=value.currency",
        "k=key.k, price=value.price, currency=value.currency | 'USD'",
        "k=key.k, price=value.price | 0, currency=value.currency | 'USD'",
        "k=key.k, price=value.price, currency='USD'",
        "k=key.k, price=value.price, currency=key.currency",
        "k=key.k, price=value.price, currency=header.currency"
      })
  void aTombstoneDeletesWhateverElseIsMapped(String mapping) {
    TableTarget target = TradesTable.target(mapping);
    Row row = only(target, tombstone());
    assertThat(row.statement()).isSameAs(target.delete());
    assertThat(text(row, 0)).isEqualTo("a");
    assertThat(row.value(1).getLong(0)).as("write time").isEqualTo(7);
  }

  @Test
  void whatIsNoPartOfTheKeyNeedNotFitForADelete() {
    TableTarget target = TradesTable.target("k=key.k, price=header.currency, currency=value");
    assertThat(only(target, tombstone()).statement()).isSameAs(target.delete());
  }

  @Test
  void aTombstoneDeletesAtTheWriteTimeThatIsMapped() {
    TableTarget target =
        TradesTable.target("k=key.k, price=value, currency='USD', __timestamp=header.at");
    assertThat(only(target, tombstone()).value(1).getLong(0)).isEqualTo(11);
  }

  @Test
  void aRecordWithNothingButNullsDeletesUnlessOneOfThemHasADefault() {
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("price", null);
    nulls.put("currency", null);
    TableTarget plain = TradesTable.target("k=key.k, price=value.price, currency=value.currency");
    assertThat(only(plain, TradesTable.record(nulls)).statement()).isSameAs(plain.delete());
    TableTarget either =
        TradesTable.target("k=key.k, price=value.price, currency=value.currency | 'USD'");
    Row row = only(either, TradesTable.record(nulls));
    assertThat(row.statement()).isSameAs(either.upsert());
    assertThat(text(row, 2)).isEqualTo("USD");
  }

  private static Row only(TableTarget target, SinkRecord record) {
    return TradesTable.rows(target, record).get(0);
  }

  private static SinkRecord tombstone() {
    SinkRecord record = TradesTable.record(null);
    record.headers().addString("currency", "EUR").addLong("at", 11);
    return record;
  }

  private static String text(Row row, int index) {
    return TypeCodecs.TEXT.decode(row.value(index), ProtocolVersion.V5);
  }
}
