package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a bad line does to frames: seeded mixtures of every {@link Prank}, within a {@link Reach}.
 * Knows bytes and no protocol. Confined to one thread.
 */
final class Mischief {
  private static final int MOST_PIECES = 4;

  private final Reach reach;
  private final Predicate<Frame> isWhole;
  private final Random random;
  private final Damage damage;
  private final Map<Prank, Long> counts = new EnumMap<>(Prank.class);
  private boolean isCalm;
  private long troubleUntil;
  private long damaged;
  private long wholeByChance;

  /**
   * @param isWhole whether bytes are a whole frame by its own checksum and lengths
   */
  Mischief(Reach reach, Predicate<Frame> isWhole, long seed) {
    this.reach = reach;
    this.isWhole = isWhole;
    this.random = new Random(seed);
    this.damage = new Damage(random);
  }

  /** Switches all of it off or on again; what is under way still arrives. */
  void calm(boolean calm) {
    isCalm = calm;
  }

  /** How often each prank was played so far. */
  Map<Prank, Long> counts() {
    return Map.copyOf(counts);
  }

  /** How many answers were damaged. */
  long damaged() {
    return damaged;
  }

  /** How many damaged answers were still whole by their own marks. */
  long wholeByChance() {
    return wholeByChance;
  }

  /** When the last bytes arrive that are not a whole and undamaged answer in one piece. */
  long troubleUntil() {
    return troubleUntil;
  }

  private boolean plays(Prank prank) {
    boolean plays = !isCalm && random.nextDouble() < prank.share();
    if (plays) {
      counts.merge(prank, 1L, Long::sum);
    }
    return plays;
  }

  /** What arrives at the device of a question: nothing, one frame, or two. */
  List<Frame> towards(Frame question) {
    if (plays(Prank.QUESTION_LOST)) {
      return List.of();
    }
    Frame sent = plays(Prank.QUESTION_DAMAGED) ? damage.either(question) : question;
    return plays(Prank.QUESTION_TWICE) ? List.of(sent, sent) : List.of(sent);
  }

  /**
   * What arrives at the master.
   *
   * @param nowNanos when its question was asked
   * @param answers what the device said: nothing, one frame, or two
   * @param foreign what others say
   */
  List<Piece> back(long nowNanos, List<Frame> answers, Supplier<Frame> foreign) {
    List<Piece> pieces = new ArrayList<>();
    if (plays(Prank.FOREIGN)) {
      pieces.addAll(trouble(nowNanos, arriving(before(reach.prompt()), foreign.get())));
    }
    Duration at = beginning();
    for (Frame answer : repeated(answers)) {
      Frame bytes = spoiled(answer, foreign);
      List<Piece> arriving = arriving(at, bytes);
      boolean isPlain = arriving.size() == 1 && bytes.equals(answer);
      pieces.addAll(isPlain ? arriving : trouble(nowNanos, arriving));
      at = arriving.getLast().after().plus(before(reach.repeat()));
    }
    if (!pieces.isEmpty() && plays(Prank.GLUED_AFTER)) {
      pieces.addAll(trouble(nowNanos, arriving(pieces.getLast().after(), junk(foreign))));
    }
    return pieces;
  }

  private List<Piece> trouble(long nowNanos, List<Piece> pieces) {
    long last = nowNanos + pieces.getLast().after().toNanos();
    troubleUntil = Math.max(troubleUntil, last);
    return pieces;
  }

  private Duration beginning() {
    return plays(Prank.LATE) ? between(reach.prompt(), reach.late()) : before(reach.prompt());
  }

  private List<Frame> repeated(List<Frame> answers) {
    List<Frame> copies = new ArrayList<>(answers);
    if (!copies.isEmpty() && plays(Prank.TWICE)) {
      copies.add(copies.getLast());
    }
    copies.removeIf(_ -> plays(Prank.ANSWER_LOST));
    return copies;
  }

  private Frame spoiled(Frame answer, Supplier<Frame> foreign) {
    Frame flipped = plays(Prank.FLIPPED) ? damage.flipped(answer) : answer;
    Frame cut = plays(Prank.CUT_SHORT) ? damage.cutShort(flipped) : flipped;
    Frame spoilt = plays(Prank.GLUED_BEFORE) ? junk(foreign).plus(cut) : cut;
    if (!spoilt.equals(answer)) {
      damaged++;
      wholeByChance += isWhole.test(spoilt) ? 1 : 0;
    }
    return spoilt;
  }

  private Frame junk(Supplier<Frame> foreign) {
    return random.nextBoolean() ? foreign.get() : damage.noise();
  }

  private List<Piece> arriving(Duration at, Frame bytes) {
    List<Piece> pieces = new ArrayList<>();
    Duration when = at;
    int from = 0;
    int most = plays(Prank.IN_PIECES) ? MOST_PIECES : 1;
    while (from < bytes.length()) {
      boolean isLast = pieces.size() == most - 1;
      int end = isLast ? bytes.length() : from + 1 + random.nextInt(bytes.length() - from);
      pieces.add(new Piece(when, bytes.slice(from, end)));
      when = when.plus(before(reach.between()));
      from = end;
    }
    return pieces;
  }

  /** A time below this one; zero for zero. */
  private Duration before(Duration end) {
    return between(Duration.ZERO, end);
  }

  private Duration between(Duration from, Duration end) {
    long span = end.minus(from).toNanos();
    return span <= 0 ? end : from.plusNanos(random.nextLong(span));
  }
}
