package io.tickstream.connect.cassandra;

import java.util.List;

/** The configurations of the DataStax sink that are tested, with records and the rows they give. */
public final class DropIns {

  private DropIns() {}

  public static List<String> names() {
    return List.of(
        "trading-dashboard",
        "json-text",
        "whole-key-and-value",
        "fields-of-key-and-value",
        "headers",
        "ttl-and-timestamp-of-the-record",
        "now",
        "collections-and-types",
        "tables-and-topics",
        "quoted-names",
        "codec",
        "query",
        "deletes",
        "nulls",
        "counters",
        "tuning");
  }

  /** Of the resource. */
  public static String path(String name) {
    return "/drop-in/" + name + ".json";
  }
}
