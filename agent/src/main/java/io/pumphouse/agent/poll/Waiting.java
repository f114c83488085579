package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one pump is to be asked and by when, in the cheapest requests, the most urgent first.
 * Confined to the bus thread.
 */
final class Waiting {
  private final Map<RegisterId, Turn> turns = new LinkedHashMap<>();
  private final Deque<Request> requests = new ArrayDeque<>();

  /**
   * A register's turn to be asked.
   *
   * @param since when it began to wait, in nanoseconds since boot
   * @param deadline by which beat it should have been asked
   */
  record Turn(long since, long deadline) {}

  private record Request(List<RegisterId> registers, long deadline) {}

  /** A register that waits already keeps its older deadline, and is asked once. */
  void add(RegisterId register, Turn turn) {
    turns.putIfAbsent(register, turn);
  }

  /** Puts everything that waits into requests. A request is as urgent as its most urgent part. */
  void plan(HeatPump pump) {
    requests.clear();
    pump.plan(List.copyOf(turns.keySet())).stream()
        .map(PlannedRead::registers)
        .map(registers -> new Request(registers, deadline(registers)))
        .sorted(Comparator.comparingLong(Request::deadline))
        .forEach(requests::add);
  }

  private long deadline(List<RegisterId> registers) {
    long earliest = Long.MAX_VALUE;
    for (RegisterId register : registers) {
      Turn turn = turns.get(register);
      if (turn != null) {
        earliest = Math.min(earliest, turn.deadline());
      }
    }
    return earliest;
  }

  /** Whether there is no request to make. */
  boolean isEmpty() {
    return requests.isEmpty();
  }

  /** By which beat the next request should be made; there must be one. */
  long deadline() {
    return requests.getFirst().deadline();
  }

  /** Takes the most urgent request; there must be one. */
  List<RegisterId> take() {
    List<RegisterId> registers = requests.removeFirst().registers();
    registers.forEach(turns::remove);
    return registers;
  }

  /** Takes everything. */
  List<RegisterId> takeAll() {
    List<RegisterId> all = List.copyOf(turns.keySet());
    turns.clear();
    requests.clear();
    return all;
  }

  /** Whether something has been waiting since this time or longer. */
  boolean holdsFrom(long time) {
    for (Turn turn : turns.values()) {
      if (turn.since() <= time) {
        return true;
      }
    }
    return false;
  }

  /** Those of these registers of which nothing is known yet. */
  static Set<RegisterId> without(List<RegisterId> registers, List<Sample> known) {
    Set<RegisterId> rest = new LinkedHashSet<>(registers);
    known.forEach(sample -> rest.remove(sample.register()));
    return rest;
  }
}
