package io.tickstream.connect.market.metrics;

/** The numbers that a task publishes. */
public enum Metric {
  RECORDS("records", "Records handed to Kafka Connect"),
  REQUESTS("requests", "Requests sent"),
  FAILED_REQUESTS("failed-requests", "Requests without a usable answer"),
  THROTTLED_MS(
      "throttled-ms", "Milliseconds spent waiting for allowances and after being throttled"),
  BUDGET_LEFT("budget-left", "Requests, or weight, left in the tightest window; -1 without limit"),
  QUOTA_PAUSED("quota-paused", "1 while a used-up quota or a ban stops requests, else 0"),
  MALFORMED("malformed", "Answers, elements and frames that were not what the provider documents"),
  DUPLICATES_DROPPED("duplicates-dropped", "Events left out because they were published before"),
  RECONNECTS("reconnects", "Streams connected anew"),
  GAPS_FILLED("gaps-filled", "Gaps in streams that were filled by requests"),
  GAPS_LOST("gaps-lost", "Gaps in streams that could not be filled"),
  QUEUE_DEPTH("queue-depth", "Events waiting for the task"),
  SYMBOLS("symbols", "Symbols assigned to the task"),
  UNKNOWN_SYMBOLS("unknown-symbols", "Symbols of the task that the provider does not know"),
  LAG_MS("lag-ms", "Milliseconds between the last record's event and its hand-over");

  private final String label;
  private final String description;

  Metric(String label, String description) {
    this.label = label;
    this.description = description;
  }

  public String label() {
    return label;
  }

  public String description() {
    return description;
  }
}
