package io.tickstream.connect.stack;

/** What a server is, with the heap it gets unless told otherwise. */
public enum ServerKind {
  BROKER("broker", "256m"),
  WORKER("worker", "256m"),
  REGISTRY("registry", "192m"),
  CASSANDRA("cassandra", "256m");

  private final String label;
  private final String defaultHeap;

  ServerKind(String label, String defaultHeap) {
    this.label = label;
    this.defaultHeap = defaultHeap;
  }

  String label() {
    return label;
  }

  String defaultHeap() {
    return defaultHeap;
  }
}
