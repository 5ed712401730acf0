package io.tickstream.connect.cassandra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.datastax.oss.protocol.internal.ProtocolConstants;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PairsTest {
  private static final List<Pair> PAIRS = Pairs.all();
  private static final List<Pair> NESTED = Pairs.nested();

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void theDriverReadsBackWhatWeEncode(@ForAll("oneCaseOfEach") List<Case> cases) {
    assertReadBack(PAIRS, cases);
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void itDoesSoInsideOfOtherTypes(@ForAll("oneCaseOfEachNested") List<Case> cases) {
    assertReadBack(NESTED, cases);
  }

  @Test
  void everyTypeOfCqlIsInTheCatalogue() {
    assertThat(PAIRS.stream().map(pair -> pair.cqlType().getProtocolCode()))
        .contains(
            ProtocolConstants.DataType.ASCII,
            ProtocolConstants.DataType.BIGINT,
            ProtocolConstants.DataType.BLOB,
            ProtocolConstants.DataType.BOOLEAN,
            ProtocolConstants.DataType.COUNTER,
            ProtocolConstants.DataType.DATE,
            ProtocolConstants.DataType.DECIMAL,
            ProtocolConstants.DataType.DOUBLE,
            ProtocolConstants.DataType.DURATION,
            ProtocolConstants.DataType.FLOAT,
            ProtocolConstants.DataType.INET,
            ProtocolConstants.DataType.INT,
            ProtocolConstants.DataType.LIST,
            ProtocolConstants.DataType.MAP,
            ProtocolConstants.DataType.SET,
            ProtocolConstants.DataType.SMALLINT,
            ProtocolConstants.DataType.TIME,
            ProtocolConstants.DataType.TIMESTAMP,
            ProtocolConstants.DataType.TIMEUUID,
            ProtocolConstants.DataType.TINYINT,
            ProtocolConstants.DataType.TUPLE,
            ProtocolConstants.DataType.UDT,
            ProtocolConstants.DataType.UUID,
            ProtocolConstants.DataType.VARCHAR,
            ProtocolConstants.DataType.VARINT);
    assertThat(PAIRS).anyMatch(pair -> pair.cqlType() instanceof VectorType);
    assertThat(PAIRS.stream().map(Pair::connectType)).contains(ConnectType.values());
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void valuesThatExplainThemselvesNeedNoSchema(@ForAll("oneCaseOfEach") List<Case> cases) {
    for (int i = 0; i < cases.size(); i++) {
      Pair pair = PAIRS.get(i);
      Case each = cases.get(i);
      if (pair.connectType() != ConnectType.DATE && pair.connectType() != ConnectType.TIME) {
        assertThat(Decoded.of(pair.cqlType(), null, each.connectValue()))
            .as("%s of %s", pair, each.connectValue())
            .isEqualTo(each.stored());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyOtherPairIsRefused() {
    return PAIRS.stream()
        .map(Pair::cqlType)
        .distinct()
        .flatMap(
            cqlType ->
                Stream.of(ConnectType.values())
                    .filter(from -> !supported(cqlType, from))
                    .map(
                        from ->
                            DynamicTest.dynamicTest(
                                from + " to " + ConversionException.name(cqlType),
                                () -> assertRefused(cqlType, from))));
  }

  @Provide
  Arbitrary<List<Case>> oneCaseOfEach() {
    return Combinators.combine(PAIRS.stream().map(Pair::cases).toList()).as(cases -> cases);
  }

  @Provide
  Arbitrary<List<Case>> oneCaseOfEachNested() {
    return Combinators.combine(NESTED.stream().map(Pair::cases).toList()).as(cases -> cases);
  }

  private static void assertReadBack(List<Pair> pairs, List<Case> cases) {
    for (int i = 0; i < cases.size(); i++) {
      Pair pair = pairs.get(i);
      Case each = cases.get(i);
      assertThat(Decoded.of(pair.cqlType(), pair.schema(), each.connectValue()))
          .as("%s of %s", pair, each.connectValue())
          .isEqualTo(each.stored());
    }
  }

  private static boolean supported(DataType cqlType, ConnectType from) {
    return PAIRS.stream()
        .anyMatch(pair -> pair.cqlType().equals(cqlType) && pair.connectType() == from);
  }

  private static void assertRefused(DataType cqlType, ConnectType from) {
    assertThatThrownBy(() -> Decoded.of(cqlType, from.schema, from.plain))
        .isInstanceOf(ConversionException.class)
        .hasMessageMatching("cannot write a [\\w.$]+ as CQL [\\w.<>, \"]+(: [^0-9]+)?")
        .hasNoCause();
  }
}
