package io.pumphouse.hal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty thousand exchanges on a bad line for each protocol. */
class ProofTest {
  private static final int EXCHANGES = 20_000;
  private static final long SEED = 20_260_101;

  static Stream<Subject> subjects() {
    return ProofRun.subjects().stream();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void nothingIsBelievedThatTheDeviceDidNotSayToThisQuestion(Subject subject) {
    Result result = InMemory.run(subject, SEED, EXCHANGES);
    System.out.println(subject.name() + ": " + result);
    Tally tally = result.tally();

    assertThat(tally.lies()).isEmpty();
    assertThat(tally.wrong() + tally.tooLate() + tally.lost()).isZero();
    assertThat(tally.lame()).isZero();
    // A bus that believes nothing is never wrong; this one must also be of use.
    assertThat(tally.believed()).isGreaterThan(EXCHANGES / 4);
  }
}
