package io.tickstream.connect.cassandra.settings;

import org.apache.kafka.common.config.types.Password;

/** Who we are to Cassandra. Empty texts stand for what is not given. */
public record AuthSettings(
    Provider provider,
    String username,
    Password password,
    String keyTab,
    String principal,
    String service) {

  /** How to authenticate. */
  public enum Provider {
    NONE,
    PLAIN,
    GSSAPI
  }
}
