package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Registers that somebody wants to know out of turn. They are asked one request at a time, for all
 * of them may take minutes on a slow line, and what is due does not wait that long. Confined to the
 * bus thread.
 */
final class Errand {
  private final Round round;
  private final List<RegisterId> wanted;
  private final Deque<List<RegisterId>> requests;
  private final Map<RegisterId, Sample> heard = new HashMap<>();

  Errand(Round round, List<RegisterId> wanted) {
    this.round = round;
    this.wanted = wanted;
    this.requests = new ArrayDeque<>(round.requests(wanted));
  }

  boolean isOver() {
    return requests.isEmpty();
  }

  /** One for each register wanted, in that order, when it is over. */
  List<Sample> samples() {
    return wanted.stream().map(id -> Objects.requireNonNull(heard.get(id))).toList();
  }

  /** Makes the next request. Where nobody is there, the rest shares its fate at once. */
  Batch ask() {
    List<RegisterId> asked = requests.removeFirst();
    Batch batch = round.ask(asked);
    List<Sample> samples = new ArrayList<>(batch.samples());
    if (samples.size() < asked.size()) {
      // What was refused together is asked for in smaller requests.
      round.requests(Waiting.without(asked, samples)).reversed().forEach(requests::addFirst);
    } else if (!(batch.link() instanceof Link.Up)
        && samples.getLast() instanceof Invalid(_, var at, Fault fault)
        && Round.isAbsence(fault)) {
      samples.addAll(givenUp(at, fault));
    }
    samples.forEach(sample -> heard.put(sample.register(), sample));
    return round.batch(samples, true);
  }

  private List<Sample> givenUp(Moment at, Fault fault) {
    List<Sample> rest =
        requests.stream()
            .flatMap(List::stream)
            .<Sample>map(id -> new Invalid(id, at, fault))
            .toList();
    requests.clear();
    return rest;
  }
}
