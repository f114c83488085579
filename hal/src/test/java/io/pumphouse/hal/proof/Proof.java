package io.pumphouse.hal.proof;

import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Polls a pump through storms of mischief and the calm after each. A poll asks plan by plan,
 * request by request, as the poller does. Used once, by one thread.
 */
final class Proof {
  private static final int STORM_POLLS = 20;

  /** One poll in so many asks for something else than all. */
  private static final int ODD_ONE = 5;

  /** After one poll in so many there is a rest. */
  private static final int RESTED = 4;

  /** The longest rest between two polls. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final TapedLine line;
  private final FarEnd farEnd;
  private final HeatPump pump;
  private final Consumer<Duration> resting;
  private final Random random;
  private final Tally tally = new Tally();
  private final Oracle oracle;
  private final List<RegisterId> all;

  /**
   * @param pump asks on this line
   * @param farEnd answers on it
   * @param resting lets time pass between polls
   */
  Proof(
      Subject subject,
      TapedLine line,
      HeatPump pump,
      FarEnd farEnd,
      Consumer<Duration> resting,
      long seed) {
    this.line = line;
    this.farEnd = farEnd;
    this.pump = pump;
    this.resting = resting;
    this.random = new Random(seed);
    this.oracle = new Oracle(subject, pump.map(), farEnd, tally);
    this.all = pump.map().registers().stream().map(Register::id).toList();
  }

  /** Runs until the device has been asked so many questions. */
  Result run(long exchanges) {
    while (farEnd.questions() < exchanges) {
      storm();
      calm();
    }
    return new Result(
        farEnd.questions(), tally, farEnd.pranks(), farEnd.damaged(), farEnd.wholeByChance());
  }

  private void storm() {
    farEnd.calm(false);
    for (int polls = 1 + random.nextInt(STORM_POLLS); polls > 0; polls--) {
      poll(random.nextInt(ODD_ONE) == 0 ? some() : all);
      if (random.nextInt(RESTED) == 0) {
        resting.accept(Duration.ofNanos(random.nextLong(REST.toNanos())));
      }
    }
  }

  /** The first poll after the last fault must be all values. */
  private void calm() {
    farEnd.calm(true);
    resting.accept(farEnd.underWay());
    tally.recovered(without(poll(all)), this::secondChance);
  }

  /** A machine that is too slow to say an answer in time cannot blame the bus for it. */
  private List<Sample> secondChance() {
    return farEnd.isSlipping() ? List.of() : without(poll(all));
  }

  private static List<Sample> without(List<Sample> samples) {
    return samples.stream().filter(sample -> !(sample instanceof Reading)).toList();
  }

  private List<RegisterId> some() {
    List<RegisterId> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
  }

  private List<Sample> poll(List<RegisterId> asked) {
    List<Sample> samples = new ArrayList<>();
    for (PlannedRead request : pump.plan(asked)) {
      long since = farEnd.moments();
      line.rewind();
      List<Sample> answered = pump.read(request.registers());
      oracle.judge(answered, since, line.tape());
      samples.addAll(answered);
    }
    return samples;
  }
}
