package io.pumphouse.agent.backup.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.tool.Verdict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExitTest {
  @ParameterizedTest
  @CsvSource({
    "0, GOOD",
    "1, FAILURE",
    "2, FAILURE",
    "3, FAILURE",
    "4, FAILURE",
    "5, TRANSIENT",
    "6, FAILURE",
    "10, TRANSIENT",
    "11, FAILURE",
    "12, TRANSIENT",
    "13, FAILURE",
    "14, FAILURE",
    "16, STOPPED",
    "19, STOPPED",
    "20, STOPPED",
    "21, FAILURE",
    "22, FAILURE",
    "23, FAILURE",
    "24, WARNING",
    "25, FAILURE",
    "30, TRANSIENT",
    "35, TRANSIENT",
    "124, FAILURE",
    "125, FAILURE",
    "126, FAILURE",
    "127, FAILURE",
    "143, STOPPED",
    "255, TRANSIENT"
  })
  void everyCodeOfRsyncHasItsMeaning(int code, Kind kind) {
    assertThat(RsyncExit.of(code, List.of()).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "0, GOOD", "1, FAILURE", "2, FAILURE", "3, FAILURE", "4, FAILURE", "5, TRANSIENT",
    "6, FAILURE", "7, FAILURE", "8, FAILURE", "9, GOOD", "10, FAILURE", "127, FAILURE",
    "143, STOPPED"
  })
  void everyCodeOfRcloneHasItsMeaning(int code, Kind kind) {
    assertThat(RcloneExit.of(code, List.of()).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 15, 17, 26, 42, 100, 137, 200, 254, -1})
  void anUnknownCodeOfRsyncIsAFailure(int code) {
    assertThat(RsyncExit.of(code, List.of()).kind()).isEqualTo(Kind.FAILURE);
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 20, 42, 137, 255, -1})
  void anUnknownCodeOfRcloneIsAFailure(int code) {
    assertThat(RcloneExit.of(code, List.of()).kind()).isEqualTo(Kind.FAILURE);
  }

  @Test
  void everyFailureNamesCauseAndNextStep() {
    for (int code = 1; code < 256; code++) {
      for (Verdict verdict :
          List.of(RsyncExit.of(code, List.of()), RcloneExit.of(code, List.of()))) {
        if (verdict.kind() != Kind.GOOD) {
          assertThat(verdict.cause()).as("code %d", code).contains("exit " + code + ": ");
          assertThat(verdict.next()).as("code %d", code).isNotBlank();
        }
      }
    }
  }

  @Test
  void theWordsOfAToolNameTheCauseBetterThanItsCode() {
    Verdict verdict =
        RsyncExit.of(11, List.of("rsync: write failed: No space left on device (28)"));
    assertThat(verdict.cause()).isEqualTo("rsync exit 11: the destination is full");
  }

  @Test
  void aHostKeyThatChangedIsNotTriedAgain() {
    assertThat(RsyncExit.of(255, List.of("Host key verification failed.")).kind())
        .isEqualTo(Kind.FAILURE);
  }

  @Test
  void aRefusedConnectionOfRcloneIsTriedAgain() {
    assertThat(
            RcloneExit.of(1, List.of("dial tcp 127.0.0.1:9: connect: connection refused")).kind())
        .isEqualTo(Kind.TRANSIENT);
  }
}
