package io.tickstream.connect.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this bundle, written into a resource by the build. */
final class BundleVersion {
  static final String VALUE = read();

  private BundleVersion() {}

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = BundleVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing from the jar");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
