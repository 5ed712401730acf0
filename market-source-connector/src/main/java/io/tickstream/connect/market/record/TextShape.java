package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Document;
import io.tickstream.connect.market.offset.Positioned;
import java.util.Objects;
import org.apache.kafka.connect.data.Schema;

/**
 * The venue's own JSON as text: one event's for {@code value.mode=raw}, the whole answer's for
 * {@code envelope}.
 */
final class TextShape implements ValueShape {

  @Override
  public Schema schema() {
    return Schema.STRING_SCHEMA;
  }

  @Override
  public Object value(Positioned positioned) {
    return positioned.event() instanceof Document document
        ? document.text()
        : Objects.requireNonNull(positioned.raw(), "the provider kept no text of the event");
  }
}
