package io.tickstream.connect.market.config;

import io.tickstream.connect.market.feed.FeedProvider;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.VenueProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers in the plugin's folder, by name. */
public final class Providers {

  private static final Map<String, Provider> INSTALLED = load();

  private Providers() {}

  private static Map<String, Provider> load() {
    Map<String, Provider> byName = new TreeMap<>();
    // Not the thread's class loader: on a worker that is the worker's, which does not see the
    // plugin's folder.
    for (Provider provider : ServiceLoader.load(Provider.class, Providers.class.getClassLoader())) {
      if (!(provider instanceof VenueProvider || provider instanceof FeedProvider)) {
        throw new IllegalStateException(
            provider.getClass().getName() + " must implement VenueProvider or FeedProvider");
      }
      Provider other = byName.put(provider.name(), provider);
      if (other != null) {
        throw new IllegalStateException(
            "both "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName()
                + " call themselves \""
                + provider.name()
                + "\"");
      }
    }
    return byName;
  }

  static List<String> names() {
    return List.copyOf(INSTALLED.keySet());
  }

  static List<Provider> all() {
    return List.copyOf(INSTALLED.values());
  }

  /**
   * The provider of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Provider named(String name) {
    Provider provider = INSTALLED.get(name);
    if (provider == null) {
      throw new IllegalArgumentException("there is no provider " + name);
    }
    return provider;
  }
}
