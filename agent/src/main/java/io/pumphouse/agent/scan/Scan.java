package io.pumphouse.agent.scan;

import io.pumphouse.agent.scan.Sighting.NoLine;
import io.pumphouse.agent.scan.Sighting.Nobody;
import io.pumphouse.agent.scan.Sighting.Somebody;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds what answers at a place and how it is set up, by harmless reads. Nothing it does needs
 * undoing, so it can be broken off at any time. Confined to one platform thread.
 *
 * <p>Whoever is there hears questions that are meant for others. No device takes those for a
 * command:
 *
 * <ul>
 *   <li>Rego and H1, whose checks are weakest, are looked for first, so that one that answers never
 *       hears anything else. Neither question is a Modbus frame: {@link RegoProber} and {@link
 *       H1Prober} say why.
 *   <li>A Rego that kept silent obeys nine bytes that begin with {@code 81}; a Modbus question has
 *       eight, and silence of a second or more around it. None of ours, nor two of them in a row,
 *       holds such nine bytes.
 *   <li>An H1 that kept silent obeys lines of letters; no Modbus question has {@code XW} in it.
 *   <li>At half their speed both hear even bytes only (each begins with the second half of a start
 *       bit), so neither {@code 81} nor {@code W}; at twice their speed and more, half as many
 *       bytes as a command has.
 * </ul>
 *
 * <p>A silent serial port costs 50 s with the shipped models: 4 s for Rego, 5 s for H1, 4 questions
 * of 2.2 s at the setting of MODBUS 40, one second at each of 14 other settings and for each of
 * units 2 to 10 at two of them. Beside that it is opened and closed 35 times.
 */
public final class Scan {
  private final List<Prober> probers;

  /**
   * A scan for these models.
   *
   * @param maps the models to tell apart
   * @param lines makes a line that is not open yet
   */
  public Scan(List<RegisterMap> maps, Function<Wiring, Line> lines, TimeSource time) {
    this.probers =
        List.of(
            new RegoProber(maps, lines, time),
            new H1Prober(maps, lines, time),
            new ModbusProber(maps, lines, time));
  }

  /** How a scan ended. */
  public sealed interface Result {}

  /**
   * Somebody answers, and it may be one of our models.
   *
   * @param candidates at least one, the likeliest first
   */
  public record Found(List<Candidate> candidates) implements Result {
    public Found {
      candidates = List.copyOf(candidates);
    }

    /** The models that nothing tells apart from the likeliest, itself among them. */
    public List<Candidate> likeliest() {
      int most = candidates.getFirst().points();
      return candidates.stream().filter(candidate -> candidate.points() == most).toList();
    }
  }

  /**
   * Nothing we know answers, or there is no line.
   *
   * @param cause what was tried and what came of it
   * @param next what a technician should do about it
   */
  public record NotFound(String cause, String next) implements Result {}

  /**
   * Tries one thing after the other until somebody answers.
   *
   * @param units whom to ask; empty for the usual ones
   * @param say hears of each thing tried, in words
   */
  public Result run(Place place, Set<Integer> units, Consumer<String> say) {
    boolean wasNoisy = false;
    boolean isFirst = true;
    for (Prober prober : probers) {
      for (Attempt attempt : prober.attempts(place, units)) {
        say.accept("trying " + attempt);
        Sighting sighting = prober.look(attempt, say);
        if (isFirst && sighting instanceof NoLine(String cause, String next)) {
          return new NotFound(cause, next);
        }
        if (sighting instanceof Somebody(var candidates, var against)) {
          return candidates.isEmpty() ? stranger(attempt, against) : new Found(candidates);
        }
        remark(sighting).ifPresent(remark -> say.accept("  " + remark));
        wasNoisy |= sighting instanceof Nobody(String noise) && !noise.isEmpty();
        isFirst = false;
      }
    }
    return nobody(place, wasNoisy);
  }

  /** What there was instead of an answer, if there was anything. */
  private static Optional<String> remark(Sighting sighting) {
    return switch (sighting) {
      case Nobody(String noise) when !noise.isEmpty() -> Optional.of("no answer, but " + noise);
      // A port that took the first settings and not these, such as a parity.
      case NoLine(String cause, _) -> Optional.of("not possible: " + cause);
      case Nobody _, Somebody _ -> Optional.empty();
    };
  }

  private static NotFound nobody(Place place, boolean wasNoisy) {
    return new NotFound(
        "nobody answers" + (wasNoisy ? " in a known way, but something is heard" : ""),
        Advice.of(place, wasNoisy));
  }

  private static NotFound stranger(Attempt attempt, List<String> against) {
    return new NotFound(
        "somebody answers at " + attempt + ", but as none of the known models: " + against,
        "see: pumphouse models; a model of your own goes into the folder for maps");
  }
}
