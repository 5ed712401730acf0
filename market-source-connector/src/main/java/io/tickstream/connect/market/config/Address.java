package io.tickstream.connect.market.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Allows addresses of certain schemes, or none at all. */
final class Address implements ConfigDef.Validator {

  private final List<String> schemes;

  Address(String... schemes) {
    this.schemes = List.of(schemes);
  }

  @Override
  public void ensureValid(String name, Object value) {
    String text = value == null ? "" : value.toString().trim();
    if (text.isEmpty()) {
      return;
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && schemes.contains(uri.getScheme())
          && uri.getRawUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException broken) {
      // Falls through to the same error: the parser's own would quote the text, which may hold a
      // secret.
    }
    throw new ConfigException(name, "(not shown)", "must be empty or " + this);
  }

  @Override
  public String toString() {
    return "an address beginning with " + String.join(":// or ", schemes) + ":// and a host";
  }
}
