package io.tickstream.connect.market.record;

import io.tickstream.connect.market.offset.Positioned;
import org.apache.kafka.connect.data.Schema;

/**
 * What a record's value looks like. Thread-safe; the schema is one instance, so that converters'
 * caches hit.
 */
interface ValueShape {

  Schema schema();

  Object value(Positioned positioned);
}
