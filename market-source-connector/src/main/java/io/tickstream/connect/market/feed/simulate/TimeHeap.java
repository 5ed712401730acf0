package io.tickstream.connect.market.feed.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Items of which the earliest is wanted again and again, with its time moving on each time. Not
 * thread-safe.
 */
final class TimeHeap<T> {

  private final List<T> items = new ArrayList<>();
  private long[] times = new long[16];

  void add(T item, long time) {
    if (items.size() == times.length) {
      times = Arrays.copyOf(times, times.length * 2);
    }
    items.add(item);
    int i = items.size() - 1;
    times[i] = time;
    while (i > 0 && times[(i - 1) / 2] > times[i]) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  T first() {
    return items.get(0);
  }

  long firstTime() {
    return times[0];
  }

  /** Gives the first item another time. */
  void move(long time) {
    times[0] = time;
    sink();
  }

  void removeFirst() {
    int last = items.size() - 1;
    swap(0, last);
    items.remove(last);
    sink();
  }

  private void sink() {
    int size = items.size();
    int i = 0;
    while (true) {
      int child = 2 * i + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[i] <= times[child]) {
        return;
      }
      swap(i, child);
      i = child;
    }
  }

  private void swap(int a, int b) {
    T item = items.get(a);
    items.set(a, items.get(b));
    items.set(b, item);
    long time = times[a];
    times[a] = times[b];
    times[b] = time;
  }
}
