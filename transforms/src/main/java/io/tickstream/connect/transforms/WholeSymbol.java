package io.tickstream.connect.transforms;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** {@link NormalizeSymbol} at work on keys or values that are the symbol themselves. */
final class WholeSymbol<R extends ConnectRecord<R>> implements Operation<R> {
  private final Side side;
  private final SymbolConversion conversion;

  WholeSymbol(Side side, SymbolConversion conversion) {
    this.side = side;
    this.conversion = conversion;
  }

  @Override
  public R apply(R record, @Nullable Schema schema, Object content) {
    String spelled = conversion.spelled(content, side == Side.KEY ? "the key" : "the value");
    return spelled.equals(content) ? record : side.with(record, schema, spelled);
  }
}
