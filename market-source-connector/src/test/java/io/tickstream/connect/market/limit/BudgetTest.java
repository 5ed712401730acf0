package io.tickstream.connect.market.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long MINUTE = 60_000;

  private final FakeClock clock = new FakeClock();

  /** Sends as fast as the budget lets it, for a time. */
  private List<Long> send(Budget budget, int weight, long forMs) throws InterruptedException {
    List<Long> sent = new ArrayList<>();
    long end = clock.nowMs() + forMs;
    while (clock.nowMs() < end) {
      long wait = budget.waitMs(weight, clock.nowMs());
      if (wait > 0) {
        clock.sleep(wait);
      } else {
        budget.spend(weight, clock.nowMs());
        sent.add(clock.nowMs());
        clock.advance(1);
      }
    }
    return sent;
  }

  private static int mostWithin(List<Long> sent, long windowMs) {
    Deque<Long> window = new ArrayDeque<>();
    int most = 0;
    for (long time : sent) {
      window.addLast(time);
      while (window.getFirst() <= time - windowMs) {
        window.removeFirst();
      }
      most = Math.max(most, window.size());
    }
    return most;
  }

  @Test
  void noWindowAnywhereHasMoreThanTheLimit() throws Exception {
    Limits limits = Limits.perMinute(8).andPerSecond(3).andPerDay(100);
    List<Long> sent = send(new Budget(limits, 1), 1, 3 * 86_400_000L);

    assertThat(mostWithin(sent, 1_000)).isLessThanOrEqualTo(3);
    assertThat(mostWithin(sent, MINUTE)).isEqualTo(8);
    assertThat(mostWithin(sent, 86_400_000L)).isEqualTo(100);
    assertThat(sent.size()).isBetween(290, 300);
  }

  @Test
  void afterAPauseThereIsNoDoubleBurst() throws Exception {
    Budget budget = new Budget(Limits.perMinute(60), 1);
    List<Long> sent = new ArrayList<>(send(budget, 1, 5_000));
    clock.advance(50_000);
    sent.addAll(send(budget, 1, MINUTE));

    assertThat(mostWithin(sent, MINUTE)).isLessThanOrEqualTo(60);
  }

  @Test
  void tasksTogetherStayWithinTheLimit() throws Exception {
    for (int tasks : new int[] {1, 2, 3, 7, 8}) {
      List<Long> all = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        all.addAll(send(new Budget(Limits.perMinute(8), tasks), 1, 30 * MINUTE));
        clock.advance(-30 * MINUTE);
      }
      all.sort(null);
      assertThat(mostWithin(all, MINUTE)).as("%s tasks", tasks).isBetween(tasks, 8);
    }
  }

  @Test
  void thereAreNoMoreTasksThanTheLimitsCanBeSharedBy() {
    assertThat(Budget.mostTasks(Limits.perMinute(8).andPerDay(25))).isEqualTo(8);
    assertThat(Budget.mostTasks(Limits.NONE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void weightCountsWhatARequestCosts() throws Exception {
    List<Long> sent = send(new Budget(Limits.NONE.andWeightPerMinute(100), 1), 40, 10 * MINUTE);
    assertThat(mostWithin(sent, MINUTE)).isEqualTo(2);
  }

  @Test
  void aRequestThatCostsMoreThanEverythingIsSentAloneRatherThanNever() {
    Budget budget = new Budget(Limits.NONE.andWeightPerMinute(10), 1);
    assertThat(budget.waitMs(40, clock.nowMs())).isZero();
    budget.spend(40, clock.nowMs());
    assertThat(budget.waitMs(1, clock.nowMs())).isGreaterThanOrEqualTo(MINUTE);
  }

  @Test
  void requestsThatCostMoreThanEverythingAreAsRareAsTheirCostDemands() throws Exception {
    Budget budget = new Budget(Limits.NONE.andWeightPerMinute(8), 4);
    List<Long> sent = send(budget, 8, 40 * MINUTE);

    assertThat(mostWithin(sent, 4 * MINUTE)).isEqualTo(1);
    assertThat(sent.size()).isBetween(9, 10);
  }

  @Test
  void aRequestThatCostsALittleMoreThanEverythingWaitsALittleLonger() {
    Budget budget = new Budget(Limits.NONE.andWeightPerMinute(8), 1);
    budget.spend(9, clock.nowMs());
    assertThat(budget.waitMs(9, clock.nowMs())).isBetween(67_500L, 67_600L);
  }

  @Test
  void whatTheVenueCountedBeforeTheRestartCounts() {
    Budget budget = new Budget(Limits.NONE.andPerDay(100), 1);
    budget.observe(Usage.used(Usage.Window.DAY, 98), clock.nowMs());
    assertThat(budget.left(clock.nowMs())).isEqualTo(2);
    budget.observe(Usage.remaining(Usage.Window.DAY, 0), clock.nowMs());
    assertThat(budget.waitMs(1, clock.nowMs())).isPositive();
    // However much others have spent, tomorrow is another day.
    budget.observe(Usage.used(Usage.Window.DAY, 500), clock.nowMs());
    clock.advance(86_500_000);
    assertThat(budget.waitMs(1, clock.nowMs())).isZero();
  }

  @Test
  void withoutLimitsNothingWaits() throws Exception {
    assertThat(send(new Budget(Limits.NONE, 1), 1, 1_000)).hasSize(1_000);
    assertThat(new Budget(Limits.NONE, 1).left(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void pausesGrowFromTheFirstToTheLongestAndAreRandom() {
    Random random = new Random(5);
    Backoff backoff = new Backoff(1_000, 60_000, bound -> (long) (random.nextDouble() * bound));
    long longest = 0;
    for (int i = 0; i < 200; i++) {
      long pause = backoff.nextMs();
      assertThat(pause).isBetween(1L, Math.min(60_000, 1_000L << Math.min(i, 20)) + 1);
      longest = Math.max(longest, pause);
    }
    assertThat(longest).isGreaterThan(50_000);
    backoff.reset();
    assertThat(backoff.nextMs()).isLessThanOrEqualTo(1_001);
  }
}
