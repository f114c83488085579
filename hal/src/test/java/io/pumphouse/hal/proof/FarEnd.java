package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The truthful device behind the mischief, with a memory of what it and others really said.
 * Thread-safe: it may answer in one thread and be judged by another.
 */
final class FarEnd {
  /** Frames, the oldest forgotten first; none is under way for so many exchanges. */
  private static final int REMEMBERED = 1_000;

  private final Subject subject;
  private final TimeSource time;
  private final Mischief mischief;
  private final Random strangers;
  private final Truth truth = new Truth();
  private final Map<Frame, Long> genuine = new LinkedHashMap<>();
  private long questions;
  private long slippedUntil;

  FarEnd(Subject subject, TimeSource time, long seed) {
    this.subject = subject;
    this.time = time;
    this.mischief = new Mischief(subject.reach(), this::isWhole, seed);
    this.slippedUntil = time.nanos();
    this.strangers = new Random(~seed);
  }

  private boolean isWhole(Frame answer) {
    return subject.parts(answer).stream().allMatch(part -> subject.said(part).isPresent());
  }

  /** What arrives at the master after this question. */
  synchronized List<Piece> heard(Frame question) {
    questions++;
    List<Frame> answers = new ArrayList<>();
    for (Frame arrived : mischief.towards(question)) {
      Frame answer = subject.answer(arrived, truth.next());
      if (!answer.isEmpty()) {
        answers.add(answer);
      }
      // What it says to a question that nobody asked is not genuine either.
      if (arrived.equals(question)) {
        remember(answer);
      }
    }
    return mischief.back(time.nanos(), answers, () -> foreign(question));
  }

  private Frame foreign(Frame question) {
    Frame frame = subject.foreign(question, strangers);
    remember(frame);
    return frame;
  }

  private void remember(Frame frame) {
    for (Frame part : subject.parts(frame)) {
      genuine.put(part, time.nanos());
      if (genuine.size() > REMEMBERED) {
        genuine.remove(genuine.keySet().iterator().next());
      }
    }
  }

  /**
   * Whether this whole frame was really said, to whatever question, so recently that it may arrive
   * now. Any longer, and a short frame that damage has made may well have been said before.
   */
  synchronized boolean wasSaid(Frame frame) {
    Duration longest = subject.reach().late().plus(subject.reach().repeat()).multipliedBy(2);
    long oldest = time.nanos() - longest.plusSeconds(1).toNanos();
    return genuine.getOrDefault(frame, Long.MIN_VALUE) >= oldest;
  }

  /** This machine was too slow to keep the bounds of the mischief; the next few answers too. */
  synchronized void slipped(Duration forHowLong) {
    slippedUntil = time.nanos() + forHowLong.toNanos();
  }

  synchronized boolean isSlipping() {
    return time.nanos() < slippedUntil;
  }

  /** How many damaged answers were still whole by their own marks. */
  synchronized long wholeByChance() {
    return mischief.wholeByChance();
  }

  /** How many answers were damaged. */
  synchronized long damaged() {
    return mischief.damaged();
  }

  /** Begins a storm, or ends it. */
  synchronized void calm(boolean calm) {
    mischief.calm(calm);
  }

  /** How long until the last bad bytes that are still under way have arrived. */
  synchronized Duration underWay() {
    return Duration.ofNanos(Math.max(0, mischief.troubleUntil() - time.nanos()));
  }

  synchronized long moments() {
    return truth.moments();
  }

  synchronized boolean held(int key, long word, long since) {
    return truth.held(key, word, since);
  }

  synchronized long questions() {
    return questions;
  }

  synchronized Map<Prank, Long> pranks() {
    return mischief.counts();
  }
}
