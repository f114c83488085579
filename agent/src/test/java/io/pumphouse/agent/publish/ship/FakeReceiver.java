package io.pumphouse.agent.publish.ship;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Remembers what it takes: one value for one time, as every receiver does. */
final class FakeReceiver implements Receiver {
  static final Delivery.Failed DOWN = new Delivery.Failed("connect x: refused", "start x");

  final SequencedMap<Instant, Long> kept = new TreeMap<>();
  final List<Integer> loads = new ArrayList<>();
  private final int most;
  private final List<Reading> load = new ArrayList<>();
  private IntPredicate isDown = _ -> false;
  private boolean isGone;
  private int attempts;
  int tended;
  private boolean wantsReadings = true;
  private Runnable meanwhile = () -> {};

  FakeReceiver(int most) {
    this.most = most;
  }

  /** From now on some attempts fail; they are counted from 0. */
  void failIf(IntPredicate attempt) {
    isDown = attempt;
    attempts = 0;
  }

  @Override
  public String name() {
    return "fake";
  }

  /** Whether it cannot be reached at all. */
  void setGone(boolean gone) {
    isGone = gone;
  }

  /** It wants no readings. */
  void refrain() {
    wantsReadings = false;
  }

  /** What goes on while it takes a load. */
  void during(Runnable happening) {
    meanwhile = happening;
  }

  @Override
  public boolean wantsReadings() {
    return wantsReadings;
  }

  @Override
  public Delivery tend() {
    tended++;
    return isGone ? DOWN : Delivery.Taken.ALL;
  }

  @Override
  public void add(PumpId pump, Sample sample) {
    load.add((Reading) sample);
  }

  @Override
  public boolean isFull() {
    return load.size() >= most;
  }

  @Override
  public Delivery send() {
    List<Reading> sent = List.copyOf(load);
    load.clear();
    meanwhile.run();
    if (isDown.test(attempts++)) {
      return DOWN;
    }
    loads.add(sent.size());
    sent.forEach(each -> kept.put(each.takenAt().wall(), each.raw()));
    return Delivery.Taken.ALL;
  }

  @Override
  public void close() {
    load.clear();
  }
}
