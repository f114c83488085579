package io.pumphouse.hal.proof;

import io.pumphouse.hal.reading.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts what was believed. Confined to one thread. */
final class Tally {
  private static final int TOLD = 3;

  private final List<String> lies = new ArrayList<>();
  private long believed;
  private long without;
  private long wrong;
  private long undetectable;
  private long tooLate;
  private long storms;
  private long lame;
  private long lost;

  /** A read gave so many values, and no value for so many registers. */
  void read(int values, int none) {
    believed += values;
    without += none;
  }

  /** Values that the device did not say to this question. */
  void wrong(int values, String what) {
    wrong += values;
    tell(what);
  }

  /** Values out of a damaged frame in which nothing tells of the damage. */
  void undetectable(int values) {
    undetectable += values;
  }

  /** Values out of an answer later than the protocol can tell: the machine was too slow for us. */
  void tooLate(int values) {
    tooLate += values;
  }

  /**
   * A storm is over.
   *
   * @param first what the first poll after it left without a value
   * @param second the same of the poll after that, if need be
   */
  void recovered(List<Sample> first, Supplier<List<Sample>> second) {
    storms++;
    if (!first.isEmpty()) {
      lame++;
      List<Sample> still = second.get();
      if (!still.isEmpty()) {
        lost++;
        tell("still without a value: " + still);
      }
    }
  }

  /** Keeps the first few, for whoever must find out why. */
  private void tell(String what) {
    if (lies.size() < TOLD) {
      lies.add(what);
    }
  }

  /** What went wrong, in detail. */
  List<String> lies() {
    return List.copyOf(lies);
  }

  long believed() {
    return believed;
  }

  /** Registers that were asked for and gave no value: the price of the mischief. */
  long without() {
    return without;
  }

  /** Must be zero. */
  long wrong() {
    return wrong;
  }

  /** Can only be told, not prevented. */
  long undetectable() {
    return undetectable;
  }

  /** Zero wherever time is fake. */
  long tooLate() {
    return tooLate;
  }

  /** How often the faults ended. */
  long storms() {
    return storms;
  }

  /** After how many storms the first poll was not all values. */
  long lame() {
    return lame;
  }

  /** After how many the second was not either: must be zero. */
  long lost() {
    return lost;
  }
}
