package io.tickstream.connect.cassandra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.type.DataType;
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
import org.junit.jupiter.api.TestFactory;

class PairsTest {
  private static final List<Pair> PAIRS = Pairs.all();

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void theDriverReadsBackWhatWeEncode(@ForAll("oneCaseOfEach") List<Case> cases) {
    for (int i = 0; i < cases.size(); i++) {
      Pair pair = PAIRS.get(i);
      Case each = cases.get(i);
      assertThat(Decoded.of(pair.cqlType(), pair.schema(), each.connectValue()))
          .as("%s of %s", pair, each.connectValue())
          .isEqualTo(each.stored());
    }
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
