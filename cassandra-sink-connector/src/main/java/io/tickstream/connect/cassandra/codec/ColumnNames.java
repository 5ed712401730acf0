package io.tickstream.connect.cassandra.codec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names that are one to whoever forgets the quotes. */
public final class ColumnNames {

  private ColumnNames() {}

  /** Groups of names that differ only in case, such as {@code e} and {@code E}; often none. */
  public static List<List<String>> differingOnlyInCase(Collection<String> names) {
    return names.stream()
        .distinct()
        .collect(
            Collectors.groupingBy(
                name -> name.toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(group -> group.size() > 1)
        .toList();
  }
}
