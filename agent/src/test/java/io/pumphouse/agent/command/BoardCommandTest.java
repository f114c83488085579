package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code board}, typed at a table. */
final class BoardCommandTest {
  private final LineDesk desk = new LineDesk();

  @Test
  void itShowsEveryPinAndWhatThePumpIsTold() {
    assertThat(desk.type("board")).isZero();

    assertThat(desk.out.toString().lines().map(String::stripTrailing))
        .containsExactly(
            "sg-ready.a     gpio 17 active-low off",
            "sg-ready.b     gpio 27 active-low on",
            "s0-meter       gpio 24",
            "SG Ready: 3 recommended, for 75 s, by anna: sun",
            "out of order: the chip is gone",
            "what to do: look for it");
  }

  @Test
  void itPrintsForPrograms() {
    assertThat(desk.type("board", "--json")).isZero();

    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("{}");
  }

  @Test
  void aStateIsOrderedByItsWordOrItsNumber() {
    assertThat(desk.type("board", "sg-ready", "forced", "--why", "sun")).isZero();
    assertThat(desk.type("board", "sg-ready", "2", "--why", "clouds")).isZero();

    assertThat(desk.out.toString().lines())
        .containsExactly(
            "SG Ready: 4 forced, before 3 recommended", "SG Ready: 2 normal, before 3 recommended");
  }

  @Test
  void aRefusalSaysWhyAndWhatToDo() {
    assertThat(desk.type("board", "sg-ready", "blocked", "--why", "dear"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(desk.err.toString()).contains("not yet, ", "wait; dear");
  }

  @Test
  void whatIsNoStateOrHasNoReasonIsWrongUsage() {
    assertThat(desk.type("board", "sg-ready", "5", "--why", "sun")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(desk.type("board", "sg-ready", "forced")).isEqualTo(ExitCode.WRONG_USAGE);
  }
}
