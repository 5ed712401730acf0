package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every transform of the bundle, on either side of a record. */
class TransformContractTest {

  static Stream<Arguments> transforms() {
    return TransformCase.all()
        .flatMap(each -> Arrays.stream(Side.values()).map(side -> Arguments.of(each, side)));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void structAndMapGiveTheSameContent(TransformCase each, Side side) {
    Struct struct = (Struct) content(each.configured(side), Records.structRecord(side), side);
    Object map = content(each.configured(side), Records.mapRecord(side), side);
    assertThat(map).isEqualTo(Records.asMap(struct));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void theRecordIsChanged(TransformCase each, Side side) {
    SourceRecord record = Records.structRecord(side);
    assertThat(applied(each.configured(side), record)).isNotEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void theInputIsLeftAsItWas(TransformCase each, Side side) {
    Map<String, @Nullable Object> map = Records.asMap(Records.trade());
    SourceRecord struct = Records.structRecord(side);
    applied(each.configured(side), Records.record(side, null, map));
    applied(each.configured(side), struct);
    assertThat(map).isEqualTo(Records.asMap(Records.trade()));
    assertThat(side.value(struct)).isEqualTo(Records.trade());
    assertThat(struct.headers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void keyAndValueAreTransformedAlike(TransformCase each, Side side) {
    Side other = side == Side.KEY ? Side.VALUE : Side.KEY;
    assertThat(content(each.configured(side), Records.structRecord(side), side))
        .isEqualTo(content(each.configured(other), Records.structRecord(other), other));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void everythingElseOfTheRecordIsKept(TransformCase each, Side side) {
    SourceRecord record = Records.structRecord(side);
    record.headers().addString("trace", "1");
    SourceRecord transformed = applied(each.configured(side), record);
    Side other = side == Side.KEY ? Side.VALUE : Side.KEY;
    assertThat(transformed.topic()).isEqualTo(record.topic());
    assertThat(transformed.kafkaPartition()).isEqualTo(record.kafkaPartition());
    assertThat(transformed.timestamp()).isEqualTo(each.timestamp());
    assertThat(transformed.sourceOffset()).isEqualTo(record.sourceOffset());
    assertThat(transformed.headers().lastWithName("trace").value()).isEqualTo("1");
    assertThat(other.value(transformed)).isSameAs(other.value(record));
    assertThat(other.schema(transformed)).isSameAs(other.schema(record));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void aTombstonePassesAsTheSameInstance(TransformCase each, Side side) {
    RecordTransform<SourceRecord> transform = each.configured(side);
    SourceRecord withSchema = Records.record(side, Records.TRADE, null);
    SourceRecord schemaless = Records.record(side, null, null);
    assertThat(transform.apply(withSchema)).isSameAs(withSchema);
    assertThat(transform.apply(schemaless)).isSameAs(schemaless);
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void recordsOfOneSchemaGetOneSchema(TransformCase each, Side side) {
    RecordTransform<SourceRecord> transform = each.configured(side);
    Schema first = side.schema(applied(transform, Records.structRecord(side)));
    Schema second = side.schema(applied(transform, Records.structRecord(side)));
    SourceRecord equalSchema = Records.record(side, copyOf(Records.TRADE), Records.trade());
    assertThat(second).isSameAs(first);
    assertThat(side.schema(applied(transform, equalSchema)))
        .satisfiesAnyOf(
            schema -> assertThat(schema).isSameAs(first),
            schema -> assertThat(schema).isSameAs(side.schema(equalSchema)));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void theSchemaIsTheSameInstanceWhenNothingChanges(TransformCase each, Side side) {
    RecordTransform<SourceRecord> transform = each.configured(side, each.changingNothing());
    SourceRecord record = Records.structRecord(side);
    SourceRecord transformed = applied(transform, record);
    assertThat(side.schema(transformed)).isSameAs(side.schema(record));
    assertThat(side.value(transformed)).isEqualTo(side.value(record));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void untouchedFieldsKeepSchemaAndValue(TransformCase each, Side side) {
    Struct out = (Struct) content(each.configured(side), Records.structRecord(side), side);
    Schema schema = out.schema();
    assertThat(schema.name()).isEqualTo("io.example.Trade");
    assertThat(schema.version()).isEqualTo(3);
    assertThat(schema.doc()).isEqualTo("one execution");
    assertThat(schema.parameters()).isEqualTo(Map.of("owner", "desk"));
    for (String name : new String[] {"quantity", "currency", "lot", "conditions"}) {
      assertThat(schema.field(name).schema()).isEqualTo(Records.TRADE.field(name).schema());
      assertThat(out.getWithoutDefault(name)).isEqualTo(Records.trade().getWithoutDefault(name));
    }
    assertThat(schema.field("symbol").schema().doc()).isEqualTo("as the venue spells it");
    assertThat(schema.field("meta").schema().isOptional()).isTrue();
    assertThat(out.getWithoutDefault("currency")).as("null is not its default").isNull();
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void contentWithoutFieldsIsRefusedByNameAndTopicOnly(TransformCase each, Side side) {
    RecordTransform<SourceRecord> transform = each.configured(side);
    SourceRecord secret =
        Records.record(side, Schema.BYTES_SCHEMA, "hunter2".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> transform.apply(secret))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            each.name() + (side == Side.KEY ? "$Key" : "$Value") + ", topic trades: ")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void aFieldItCannotHandleIsNamedWithTransformAndTopicButWithoutItsContent(
      TransformCase each, Side side) {
    RecordTransform<SourceRecord> transform = each.configured(side, each.refusing());
    String content = Records.trade().getString(each.refusedField());
    for (SourceRecord record : List.of(Records.structRecord(side), Records.mapRecord(side))) {
      assertThatThrownBy(() -> transform.apply(record))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(
              each.name() + (side == Side.KEY ? "$Key" : "$Value") + ", topic trades: ")
          .hasMessageContaining(each.refusedField())
          .hasMessageNotContaining(content);
    }
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void compiledSchemasAreBounded(TransformCase each, Side side) throws Exception {
    RecordTransform<SourceRecord> transform = each.configured(side);
    for (int version = 0; version < 3 * SchemaPlans.CAPACITY; version++) {
      Schema schema = versionOf(Records.TRADE, version);
      transform.apply(Records.record(side, schema, copied(schema)));
    }
    assertThat(plansOf(transform).size()).isEqualTo(SchemaPlans.CAPACITY);
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void instancesOnManyThreadsDoNotDisturbEachOther(TransformCase each, Side side) {
    Object expected = content(each.configured(side), Records.structRecord(side), side);
    IntStream.range(0, 4)
        .mapToObj(
            thread ->
                CompletableFuture.runAsync(
                    () -> {
                      RecordTransform<SourceRecord> own = each.configured(side);
                      for (int i = 0; i < 200; i++) {
                        assertThat(content(own, Records.structRecord(side), side))
                            .isEqualTo(expected);
                      }
                    }))
        .toList()
        .forEach(CompletableFuture::join);
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void everyOptionIsDocumentedGroupedAndNamed(TransformCase each, Side side) {
    ConfigDef def = each.create().apply(side).config();
    assertThat(def.names()).containsAll(each.options().keySet());
    assertThat(def.configKeys().values())
        .allSatisfy(
            key -> {
              assertThat(key.documentation).endsWith(".");
              assertThat(key.group).isNotBlank();
              assertThat(key.displayName).isNotBlank();
              assertThat(key.importance).isNotNull();
            });
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void theVersionIsTheBuilds(TransformCase each, Side side) {
    assertThat(each.create().apply(side).version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void anUnconfiguredTransformSaysSo(TransformCase each, Side side) {
    assertThatThrownBy(() -> each.create().apply(side).apply(Records.structRecord(side)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(each.name());
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void closingTwiceIsFine(TransformCase each, Side side) {
    RecordTransform<SourceRecord> transform = each.configured(side);
    transform.close();
    transform.close();
    each.create().apply(side).close();
  }

  @Test
  @SuppressWarnings("rawtypes") // as Connect itself asks
  void theServiceManifestListsEveryTransform() {
    assertThat(
            ServiceLoader.load(Transformation.class).stream()
                .map(provider -> provider.type().getName())
                .filter(name -> name.startsWith("io.tickstream.")))
        .containsExactlyInAnyOrderElementsOf(
            TransformCase.all()
                .flatMap(
                    each ->
                        Arrays.stream(Side.values())
                            .map(side -> each.create().apply(side).getClass().getName()))
                .toList());
  }

  private static SourceRecord applied(
      RecordTransform<SourceRecord> transform, SourceRecord record) {
    SourceRecord transformed = transform.apply(record);
    assertThat(transformed).isNotNull();
    return transformed;
  }

  private static Object content(
      RecordTransform<SourceRecord> transform, SourceRecord record, Side side) {
    return side.value(applied(transform, record));
  }

  private static Schema copyOf(Schema schema) {
    return versionOf(schema, schema.version());
  }

  private static Schema versionOf(Schema schema, int version) {
    SchemaBuilder builder =
        SchemaBuilder.struct()
            .name(schema.name())
            .version(version)
            .doc(schema.doc())
            .parameters(schema.parameters());
    schema.fields().forEach(field -> builder.field(field.name(), field.schema()));
    return builder.build();
  }

  private static Struct copied(Schema schema) {
    Struct trade = Records.trade();
    Struct copy = new Struct(schema);
    schema.fields().forEach(field -> copy.put(field, trade.getWithoutDefault(field.name())));
    return copy;
  }

  private static SchemaPlans<?> plansOf(RecordTransform<?> transform) throws Exception {
    Field operationField = RecordTransform.class.getDeclaredField("operation");
    operationField.setAccessible(true);
    Object operation = operationField.get(transform);
    Field plans = operation.getClass().getDeclaredField("plans");
    plans.setAccessible(true);
    return (SchemaPlans<?>) plans.get(operation);
  }
}
