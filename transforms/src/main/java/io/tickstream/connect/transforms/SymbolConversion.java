package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.FieldFault;
import io.tickstream.connect.transforms.symbol.Spelling;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Spells the symbol in one field. */
final class SymbolConversion implements FieldConversion.Conversion {
  /** As many symbols as a task sees in a while; a feed repeats them without end. */
  private static final int REMEMBERED = 4_096;

  private final boolean refusesUnknown;
  private final BoundedCache<String, Optional<String>> spellings;

  SymbolConversion(Spelling spelling, boolean refusesUnknown) {
    this.refusesUnknown = refusesUnknown;
    this.spellings =
        new BoundedCache<>(REMEMBERED, symbol -> Optional.ofNullable(spelling.of(symbol)));
  }

  @Override
  public Schema schema(@Nullable Schema field) {
    return field != null && field.type() == Schema.Type.STRING
        ? field
        : Schema.OPTIONAL_STRING_SCHEMA;
  }

  @Override
  public String convert(Object value, FieldOutput output) {
    return spelled(value, "field " + output.from());
  }

  String spelled(Object value, String where) {
    if (!(value instanceof String symbol)) {
      throw new FieldFault(
          where + ", a " + value.getClass().getSimpleName() + ", is no text; name a text field");
    }
    Optional<String> spelling = spellings.get(symbol);
    if (spelling.isEmpty() && refusesUnknown) {
      throw new FieldFault(
          where
              + " is neither a pair nor an alias; extend quote.assets or aliases, or set"
              + " on.unknown=keep");
    }
    return spelling.orElse(symbol);
  }
}
