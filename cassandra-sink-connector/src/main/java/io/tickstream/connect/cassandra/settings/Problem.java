package io.tickstream.connect.cassandra.settings;

/** What is wrong with one setting. The message never contains a secret. */
public record Problem(String key, String message) {

  @Override
  public String toString() {
    return key + ": " + message;
  }
}
