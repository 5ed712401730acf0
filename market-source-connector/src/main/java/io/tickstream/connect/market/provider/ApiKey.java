package io.tickstream.connect.market.provider;

/** Whether a provider asks for {@code api.key}. */
public enum ApiKey {
  UNUSED,
  OPTIONAL,
  REQUIRED
}
