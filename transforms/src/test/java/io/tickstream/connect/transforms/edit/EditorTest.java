package io.tickstream.connect.transforms.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.expressions.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditorTest {
  private static final Schema INNER =
      SchemaBuilder.struct().optional().field("a", Schema.INT32_SCHEMA).build();
  private static final Schema OUTER =
      SchemaBuilder.struct()
          .field("first", Schema.INT32_SCHEMA)
          .field("inner", INNER)
          .field("last", Schema.OPTIONAL_STRING_SCHEMA)
          .build();

  @Test
  void newFieldsComeLastAndOverwrittenOnesKeepTheirPlace() {
    Editor editor = Editor.of(OUTER, List.of(text("added"), overwriting("first")));
    Struct out = (Struct) editor.write(outer(), new Object[] {"new", "over"});
    assertThat(out.schema().fields())
        .extracting(Field::name)
        .containsExactly("first", "inner", "last", "added");
    assertThat(out.getString("first")).isEqualTo("over");
    assertThat(out.getString("added")).isEqualTo("new");
  }

  @Test
  void aFieldIsAddedInsideANestedStruct() {
    Editor editor = Editor.of(OUTER, List.of(text("inner.b")));
    Struct out = (Struct) editor.write(outer(), new Object[] {"deep"});
    assertThat(out.getStruct("inner").getString("b")).isEqualTo("deep");
    assertThat(out.getStruct("inner").getInt32("a")).isEqualTo(2);
    assertThat(out.schema().field("inner").schema().isOptional()).isTrue();
  }

  @Test
  void aNestedObjectThatIsNullStaysNull() {
    Editor editor = Editor.of(OUTER, List.of(text("inner.b")));
    Struct out = (Struct) editor.write(outer().put("inner", null), new Object[] {"deep"});
    assertThat(out.getStruct("inner")).isNull();

    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("inner", null);
    assertThat(Editor.of(null, List.of(text("inner.b"))).write(map, new Object[] {"deep"}))
        .isEqualTo(map);
  }

  @Test
  void aNestedObjectThatDoesNotExistIsAFault() {
    assertThatThrownBy(() -> Editor.of(OUTER, List.of(text("nowhere.b"))))
        .isInstanceOf(FieldFault.class)
        .hasMessage("there is no object nowhere to write into; name one that exists");
    assertThatThrownBy(() -> Editor.of(OUTER, List.of(text("first.b"))))
        .isInstanceOf(FieldFault.class)
        .hasMessage("there is no object first to write into; name one that exists");
    Editor maps = Editor.of(null, List.of(text("a.nowhere.b")));
    assertThatThrownBy(() -> maps.write(Map.of("a", Map.of()), new Object[] {"x"}))
        .isInstanceOf(FieldFault.class)
        .hasMessage("there is no object a.nowhere to write into; name one that exists");
  }

  @Test
  void aNestedObjectIsMissedOnlyBySomethingToWriteIntoIt() {
    Editor maps = Editor.of(null, List.of(text("b"), text("nowhere.c"), text("nowhere.deep.d")));
    Object left = Editor.LEAVE;
    assertThat(maps.write(Map.of("a", 1), new Object[] {"x", left, left}))
        .isEqualTo(Map.of("a", 1, "b", "x"));
    assertThatThrownBy(() -> maps.write(Map.of("a", 1), new Object[] {"x", left, "y"}))
        .isInstanceOf(FieldFault.class)
        .hasMessage("there is no object nowhere to write into; name one that exists");
  }

  @Test
  void aFieldThatExistsIsAFaultUnlessToldOtherwise() {
    Slot slot = new Slot(FieldPath.parse("inner.a"), Schema.STRING_SCHEMA, Conflict.FAIL);
    assertThatThrownBy(() -> Editor.of(OUTER, List.of(slot)))
        .isInstanceOf(FieldFault.class)
        .hasMessageStartingWith("field inner.a exists already");
    Editor maps = Editor.of(null, List.of(slot));
    assertThatThrownBy(() -> maps.write(Map.of("inner", Map.of("a", 1)), new Object[] {"x"}))
        .isInstanceOf(FieldFault.class)
        .hasMessageStartingWith("field inner.a exists already");
  }

  @Test
  void keepLeavesTheSchemaInstanceAlone() {
    Slot slot = new Slot(FieldPath.parse("inner.a"), Schema.STRING_SCHEMA, Conflict.KEEP);
    Editor editor = Editor.of(OUTER, List.of(slot));
    assertThat(editor.schema()).isSameAs(OUTER);
    assertThat(editor.write(outer(), new Object[] {"ignored"})).isEqualTo(outer());
  }

  @Test
  void overwritingWithTheSameTypeLeavesTheSchemaInstanceAlone() {
    Slot slot =
        new Slot(FieldPath.parse("last"), Schema.OPTIONAL_STRING_SCHEMA, Conflict.OVERWRITE);
    assertThat(Editor.of(OUTER, List.of(slot)).schema()).isSameAs(OUTER);
  }

  @Test
  void theDefaultOfAStructIsCarriedOver() {
    Schema plain = SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA).build();
    SchemaBuilder builder = SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA);
    Schema withDefault = builder.defaultValue(new Struct(builder).put("a", 9)).build();
    Schema schema = SchemaBuilder.struct().field("inner", withDefault).build();

    Schema edited = Editor.of(schema, List.of(optional("inner.b"))).schema();
    Struct carried = (Struct) edited.field("inner").schema().defaultValue();
    assertThat(carried.get("a")).isEqualTo(9);
    assertThat(carried.get("b")).isNull();
    assertThat(plain.defaultValue()).isNull();
  }

  private static Struct outer() {
    return new Struct(OUTER).put("first", 1).put("inner", new Struct(INNER).put("a", 2));
  }

  private static Slot text(String path) {
    return new Slot(FieldPath.parse(path), Schema.STRING_SCHEMA, Conflict.FAIL);
  }

  private static Slot optional(String path) {
    return new Slot(FieldPath.parse(path), Schema.OPTIONAL_STRING_SCHEMA, Conflict.FAIL);
  }

  private static Slot overwriting(String path) {
    return new Slot(FieldPath.parse(path), Schema.STRING_SCHEMA, Conflict.OVERWRITE);
  }
}
