package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

  private final AtomicLong collections = new AtomicLong();

  @Test
  void garbageIsCollectedOnceInTheSecondHalf() {
    LiveHeap heap = new LiveHeap(true, collections::incrementAndGet);
    heap.at(50, 100);
    assertThat(collections).hasValue(0);
    heap.at(51, 100);
    heap.at(80, 100);
    heap.at(100, 100);

    assertThat(heap.bytes()).isEqualTo(1);
    assertThat(collections).hasValue(1);
  }

  @Test
  void aSecondHalfThatWentByUnseenIsTold() {
    LiveHeap heap = new LiveHeap(true, collections::incrementAndGet);
    heap.at(50, 100);
    heap.at(100, 100);

    assertThatThrownBy(heap::bytes)
        .hasMessage("all was committed before the live heap could be counted: take more --records");
  }

  @Test
  void whereItIsNotAskedForNothingIsCollected() {
    LiveHeap heap = new LiveHeap(false, collections::incrementAndGet);
    heap.at(51, 100);

    assertThat(heap.bytes()).isZero();
    assertThat(collections).hasValue(0);
  }
}
