package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.LineBooks;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Logs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AccountVerbsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int type(String... typed) {
    LineBooks lines = new LineBooks(List.of(), new FakeTime());
    Desk desk =
        new Desk(
            new QuietAgent.NoReadings(),
            _ -> Optional.empty(),
            () -> new Health.Report(true, List.of()),
            new QuietAgent.NoQuestions(),
            new QuietAgent.NoWrites(),
            lines,
            lines,
            new QuietAgent.NoAccounts(),
            QuietAgent.noTransfer(),
            new QuietBackups(),
            new QuietBoard(),
            QuietAgent.premises(),
            new AsJson(
                () -> "{}",
                (_, _) -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}"),
            Doctor.none(),
            Logs.none());
    return new CommandTable((verb, _, _, terminal) -> verb.run(desk, terminal), List.of())
        .execute(List.of(typed), new Terminal(new PrintWriter(out), new PrintWriter(err), "root"));
  }

  @Test
  void theClaimCodeIsPrintedAloneSoThatItCanBeCopied() {
    assertThat(type("claim-code")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("K7QF-2MXT-9ABD\n");
  }

  @Test
  void aNewPasswordIsMadeInTheNameOfWhoeverTypes() {
    assertThat(type("passwd", "anna")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("fresh for root\n");
  }

  @Test
  void whoHasNoAccountIsToldWhoHas() {
    assertThat(type("passwd", "eve")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("there is no account \"eve\"", "accounts: [anna]");
  }
}
