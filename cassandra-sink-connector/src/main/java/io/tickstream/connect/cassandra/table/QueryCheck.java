package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableKeys;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Whether a statement of the user's and the mapping that fills it go together. */
final class QueryCheck {

  private QueryCheck() {}

  /**
   * Returns the statement.
   *
   * @throws ConfigException when nothing is mapped to a bind marker: it would stay unset in every
   *     row
   */
  static RowStatement checked(TableSettings settings, RowStatement query) {
    List<String> unfilled =
        query.variables().stream()
            .map(RowStatement.Variable::name)
            .filter(name -> !isFilled(settings, name))
            .distinct()
            .toList();
    if (!unfilled.isEmpty()) {
      throw new ConfigException(
          settings.key(TableKeys.QUERY)
              + ": nothing is mapped to "
              + String.join(", ", unfilled)
              + "; the mapping fills "
              + String.join(
                  ", ", settings.mapping().columns().stream().map(MappedColumn::column).toList()));
    }
    return query;
  }

  private static boolean isFilled(TableSettings settings, String name) {
    return settings.maps(name)
        || TableTarget.STAMPS.contains(name)
        || (TableTarget.TTLS.contains(name) && settings.maps(MappedColumn.TTL));
  }
}
