package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Answers that lose lines, are cut, glued, doubled, flipped and interrupted by restarts, in seeded
 * random mixtures. Whatever is accepted must be what the register held; nothing may be accepted by
 * chance. A flip that gives another valid digit is told by the label, or by the second update.
 */
class DamageTest {
  private static final int ROUNDS = 20_000;

  private final Random chance = new Random(20_260_101);
  private final Bench bench = Bench.labelled();
  private int accepted;
  private int refused;
  private int validFlips;

  @Test
  void whatIsAcceptedIsTrueWithLabels() {
    bench.damage = this::damaged;
    play();

    assertThat(accepted).isGreaterThan(ROUNDS);
    assertThat(refused).isGreaterThan(ROUNDS / 4);
    assertThat(validFlips).isPositive();
  }

  @Test
  void whatIsAcceptedIsTrueWithoutLabels() {
    bench.damage = answer -> damaged(withoutLabels(answer));
    play();

    assertThat(accepted).isGreaterThan(ROUNDS);
    assertThat(refused).isGreaterThan(ROUNDS / 4);
    assertThat(validFlips).isPositive();
  }

  @Test
  void theReadAfterTheLastFaultIsWhole() {
    bench.damage = this::damaged;
    for (int round = 0; round < ROUNDS / 10; round++) {
      bench.pump.read(Bench.ALL);
    }
    bench.damage = answer -> answer;
    bench.time.advance(Duration.ofMinutes(1));

    assertThat(bench.pump.read(Bench.ALL)).noneMatch(Invalid.class::isInstance);
  }

  private void play() {
    for (int round = 0; round < ROUNDS; round++) {
      change();
      bench.pump.read(Bench.ALL).forEach(this::check);
      bench.time.advance(Duration.ofSeconds(chance.nextInt(60)));
    }
  }

  /** Numbers that look alike, so that one register's would pass for another's. */
  private void change() {
    bench.words.put(0x0007, chance.nextInt(-300, 300) & 0xFFFF);
    bench.words.put(0x0008, chance.nextInt(150, 250));
    bench.words.put(0x0107, chance.nextInt(200, 600));
    bench.words.put(0x0203, chance.nextInt(180, 240));
    bench.words.put(0x1A01, chance.nextInt(2));
    bench.words.put(0x6C55, chance.nextInt(60_000));
  }

  private void check(Sample sample) {
    switch (sample) {
      case Reading(RegisterId id, _, long raw) -> {
        accepted++;
        assertThat(raw).as(id.name()).isEqualTo(truth(id));
      }
      case Missing(RegisterId id, _) ->
          assertThat(register(id).absent()).as(id.name()).contains(truth(id));
      case Invalid _ -> refused++;
    }
  }

  private long truth(RegisterId id) {
    Integer word = bench.words.get(register(id).address());
    return Spelling.number(assertThat(word).isNotNull().actual());
  }

  private static Register register(RegisterId id) {
    return Bench.MAP.find(id).orElseThrow();
  }

  private static Frame withoutLabels(Frame answer) {
    return bytes(text(answer).replaceAll("(XR[0-9A-F]{8})[^\\r]*", "$1"));
  }

  private Frame damaged(Frame answer) {
    StringBuilder damaged = new StringBuilder(text(answer));
    for (int faults = chance.nextInt(4); faults > 0 && damaged.length() > 2; faults--) {
      strike(damaged);
    }
    return bytes(damaged.toString());
  }

  private void strike(StringBuilder answer) {
    int from = chance.nextInt(answer.length());
    int to = Math.min(answer.length(), from + 1 + chance.nextInt(60));
    switch (chance.nextInt(7)) {
      case 0 -> answer.delete(from, to);
      case 1 -> answer.setLength(from);
      case 2 -> answer.insert(chance.nextInt(answer.length()), answer.substring(from, to));
      case 3 -> unglue(answer, from);
      case 4 -> flip(answer, from);
      case 5 -> answer.insert(from, noise());
      default -> restart(answer, from);
    }
  }

  /** Lines lose the end between them. */
  private static void unglue(StringBuilder answer, int from) {
    int end = answer.indexOf("\r\n", from);
    if (end >= 0) {
      answer.delete(end, end + 2);
    }
  }

  private void flip(StringBuilder answer, int at) {
    char was = answer.charAt(at);
    char flipped = (char) (was ^ 1 << chance.nextInt(8));
    if (isDigit(was) && isDigit(flipped)) {
      validFlips++;
    }
    answer.setCharAt(at, flipped);
  }

  private static boolean isDigit(char each) {
    return "0123456789ABCDEF".indexOf(each) >= 0;
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    for (int length = chance.nextInt(20); length > 0; length--) {
      noise.append((char) chance.nextInt(256));
    }
    return noise.toString();
  }

  /** The gateway starts anew in the middle of its answer and tells everything, without labels. */
  private void restart(StringBuilder answer, int at) {
    answer.setLength(at);
    answer.append(text(bench.gateway.heard(Spelling.RESTART)));
  }

  private static String text(Frame bytes) {
    return new String(bytes.toBytes(), StandardCharsets.ISO_8859_1);
  }

  private static Frame bytes(String text) {
    return Frame.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
