package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import org.apache.kafka.connect.data.Schema;

/** What the driver's own codecs, written independently of ours, read out of our bytes. */
final class Decoded {
  private Decoded() {}

  static Object of(DataType type, Schema schema, Object value) {
    return of(type, schema, value, CodecSettings.defaults());
  }

  static Object of(DataType type, Schema schema, Object value, CodecSettings settings) {
    return CodecRegistry.DEFAULT
        .codecFor(type)
        .decode(
            Encoders.compile(type, schema, settings, ProtocolVersion.DEFAULT).encode(value),
            ProtocolVersion.DEFAULT);
  }
}
