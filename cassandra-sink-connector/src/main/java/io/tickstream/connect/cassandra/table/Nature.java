package io.tickstream.connect.cassandra.table;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What writing with a statement is like.
 *
 * @param repeatable whether doing it twice is the same as doing it once
 * @param counter whether it goes into counter batches
 * @param conditional whether it is a lightweight transaction: never in a batch, and one at a time
 *     per partition, because its order is not settled by a write time
 * @param stamped whether each row carries its write time in a variable or in the statement's text;
 *     otherwise the request does, so that such rows cannot share one
 * @param batch whether it is a batch itself, which cannot be part of another
 */
public record Nature(
    boolean repeatable, boolean counter, boolean conditional, boolean stamped, boolean batch) {
  private static final Pattern BATCH = Pattern.compile("^\\s*begin\\b");
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");
  private static final Pattern CONDITION = Pattern.compile("\\bif\\b");
  private static final Pattern STAMP = Pattern.compile("\\busing\\b.*\\btimestamp\\b");
  private static final Pattern NOW =
      Pattern.compile("\\b(now|uuid|current_?(timeuuid|timestamp|date|time))\\s*\\(\\s*\\)");
  // Counters and lists: c = c + :x, l = :x + l, l += :x. Merely too careful for sets and maps.
  private static final Pattern SUM = Pattern.compile("[+-]=|=\\s*[^,=]*[^,=\\s]\\s*[+-]");

  /** Of a single statement. */
  public Nature(boolean repeatable, boolean counter, boolean conditional, boolean stamped) {
    this(repeatable, counter, conditional, stamped, false);
  }

  static Nature upsert(boolean counter, boolean deterministic) {
    return new Nature(!counter && deterministic, counter, false, true);
  }

  static Nature delete(boolean counter) {
    return new Nature(true, counter, false, true);
  }

  /**
   * @param cql a statement of the user's
   * @param counter whether its table has counters
   */
  static Nature of(String cql, boolean counter, boolean deterministic) {
    String bare = QUOTED.matcher(cql).replaceAll("''").toLowerCase(Locale.ROOT);
    boolean conditional = CONDITION.matcher(bare).find();
    boolean repeatable =
        deterministic
            && !counter
            && !conditional
            && !NOW.matcher(bare).find()
            && !SUM.matcher(bare).find();
    boolean batch = BATCH.matcher(bare).find();
    // Of a batch, some statements may have no time of their own: they get the request's.
    boolean stamped = counter || (!batch && STAMP.matcher(bare).find());
    return new Nature(repeatable, counter, conditional, stamped, batch);
  }

  /** Whether rows of one partition may share a request. */
  public boolean batchable() {
    return !conditional && stamped && !batch;
  }
}
