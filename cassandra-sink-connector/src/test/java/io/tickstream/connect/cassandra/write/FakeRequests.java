package io.tickstream.connect.cassandra.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what is sent until the test answers. */
final class FakeRequests implements Requests {

  /** One request under way. */
  record Sent(Batch batch, int rows, CompletableFuture<Void> answer) {}

  final List<Sent> sent = new ArrayList<>();
  boolean answerAtOnce;

  /** What every request fails with as soon as it is sent. */
  Throwable failAtOnce;

  /** How deep the stack was at each request. */
  final List<Long> depths = new ArrayList<>();

  Throwable throwInstead;

  @Override
  public synchronized CompletionStage<?> send(Batch batch) {
    if (throwInstead != null) {
      Throwable thrown = throwInstead;
      throwInstead = null;
      FakeRequests.<RuntimeException>sneak(thrown);
    }
    Sent request = new Sent(batch, batch.rows().size(), new CompletableFuture<>());
    sent.add(request);
    depths.add(StackWalker.getInstance().walk(frames -> frames.count()));
    if (failAtOnce != null) {
      request.answer().completeExceptionally(failAtOnce);
    }
    if (answerAtOnce) {
      request.answer().complete(null);
    }
    return request.answer();
  }

  void acknowledge(int index) {
    sent.get(index).answer().complete(null);
  }

  void acknowledgeAll() {
    for (int i = 0; i < sent.size(); i++) {
      acknowledge(i);
    }
  }

  void fail(int index, Throwable error) {
    sent.get(index).answer().completeExceptionally(error);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
