package io.tickstream.connect.market.provider;

/**
 * What a venue lets one key stream at a time, over the connections of all tasks together.
 *
 * @param most how many connections
 * @param symbolsEach how many symbols each of them may carry
 * @param remedy what to do where that is too little, for people; empty for nothing
 */
public record Connections(int most, int symbolsEach, String remedy) {

  public static final Connections UNLIMITED =
      new Connections(Integer.MAX_VALUE, Integer.MAX_VALUE, "");

  /** How many symbols all of them may carry. */
  public long symbols() {
    return (long) most * symbolsEach;
  }

  /** How many it takes where every task, with its even share of the symbols, has its own. */
  public long opened(int symbols, int tasks) {
    int few = symbols / tasks;
    int withOneMore = symbols % tasks;
    return withOneMore * needed(few + 1) + (tasks - withOneMore) * needed(few);
  }

  private long needed(long symbols) {
    return (symbols + symbolsEach - 1) / symbolsEach;
  }

  /** What is wrong with a list of so many symbols; the list's name goes before it. */
  public String refusal(int symbols) {
    return "has "
        + symbols
        + ", more than the "
        + symbols()
        + " that a key may stream over its "
        + (most == 1 ? "one connection" : most + " connections of " + symbolsEach + " each")
        + "; name fewer"
        + (remedy.isEmpty() ? "" : ", or " + remedy);
  }
}
