package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.agent.poll.Burden.Share;
import java.time.Duration;
import java.util.List;

/**
 * Whether what the pumps on one bus are to be asked fits on its line. Reckons with the requests as
 * they are planned now, and with the occasions on which they really meet. Confined to the bus
 * thread.
 */
final class Reckoning {
  /** A line a little too full and a line just full enough look alike; do not swing between them. */
  private static final double UNIMPORTANT = 0.01;

  private Burden burden = Burden.none();

  /** Reckons anew; gives the factor by which every interval has to grow, from 1. */
  double reckon(List<Round> rounds) {
    List<Share> shares =
        rounds.stream().filter(round -> !round.isGone()).map(Reckoning::share).toList();
    Duration needed = shares.stream().map(Share::needed).reduce(Duration.ZERO, Duration::plus);
    double stretch = Workload.stretch(needed);
    boolean isNews = Math.abs(stretch / burden.stretch() - 1) > UNIMPORTANT;
    burden = new Burden(shares, isNews ? stretch : burden.stretch());
    return burden.stretch();
  }

  Burden burden() {
    return burden;
  }

  private static Share share(Round round) {
    return new Share(round.id(), Workload.perSecond(round.load()), round.shortest());
  }

  /** What one pump takes of the line, beside what the others on it do. */
  static Workload workload(Round round, List<Round> all) {
    Duration others =
        all.stream()
            .filter(other -> !other.id().equals(round.id()) && !other.isGone())
            .map(other -> Workload.perSecond(other.load()))
            .reduce(Duration.ZERO, Duration::plus);
    return new Workload(round.load(), others);
  }
}
