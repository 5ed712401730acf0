package io.tickstream.connect.cassandra.settings;

import java.util.List;
import java.util.Map;

/**
 * Everything a session depends on: equal settings share one.
 *
 * @param bundle empty when there is none
 * @param driver the driver's own options, full names, the connector's short ones applied
 */
public record ConnectionSettings(
    List<String> contactPoints,
    int port,
    String bundle,
    AuthSettings auth,
    TlsSettings tls,
    Map<String, String> driver) {

  public ConnectionSettings {
    contactPoints = List.copyOf(contactPoints);
    driver = Map.copyOf(driver);
  }

  public boolean isCloud() {
    return !bundle.isEmpty();
  }

  /** Names the cluster only: everything else may hold secrets. */
  @Override
  public String toString() {
    return isCloud() ? "secure connect bundle" : contactPoints + ", port " + port;
  }
}
