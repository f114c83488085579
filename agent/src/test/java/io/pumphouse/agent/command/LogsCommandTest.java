package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code logs}, typed at a table. */
final class LogsCommandTest {
  private static final Instant MORNING = Instant.parse("2026-02-03T06:15:00Z");
  private static final List<LogLine> NOTED =
      List.of(
          line(0, Level.INFO, Source.AGENT, "dashboard: http://127.0.0.1:8080/"),
          line(1, Level.WARNING, Source.LINE, "house: no answer in 500 ms"),
          line(2, Level.INFO, Source.ACCESS, "anna came in"),
          line(3, Level.ERROR, Source.JOBS, "nightly: run 7 failed"));

  private final LineDesk desk = new LineDesk(new Noted());

  private static LogLine line(int seconds, Level level, Source source, String text) {
    return new LogLine(MORNING.plusSeconds(seconds), level, source, text);
  }

  private static final class Noted implements Logs {
    @Override
    public List<LogLine> last(Wish wish, int most) throws IOException {
      if (wish.job().equals("unreadable")) {
        throw new IOException("Input/output error");
      }
      List<LogLine> found = NOTED.stream().filter(wish::isOf).toList();
      return found.subList(Math.max(0, found.size() - most), found.size());
    }

    @Override
    public void each(Wish wish, Reader reader) {}

    @Override
    public List<String> jobs() {
      return List.of();
    }

    @Override
    public LiveReadings.Subscription subscribe(Runnable listener) {
      return () -> {};
    }
  }

  @Test
  void theNewestStandLastAndWhoCameInIsNotAmongThem() {
    assertThat(desk.type("logs", "-n", "2")).isZero();
    assertThat(desk.out.toString().lines())
        .containsExactly(
            "2026-02-03T06:15:01Z warning line house: no answer in 500 ms",
            "2026-02-03T06:15:03Z error jobs nightly: run 7 failed");
  }

  @Test
  void sourceLevelJobAndWordsNarrowIt() {
    assertThat(desk.type("logs", "--source", "agent,jobs", "--level", "warning")).isZero();
    assertThat(desk.type("logs", "--job", "nightly")).isZero();
    assertThat(desk.type("logs", "--find", "RUN 7")).isZero();
    assertThat(desk.out.toString().lines())
        .hasSize(3)
        .allMatch(each -> each.endsWith("nightly: run 7 failed"));
  }

  @Test
  void whoCameInIsForOwners() {
    LogsCommand plain = new LogsCommand();
    LogsCommand curious = new LogsCommand();
    new picocli.CommandLine(curious)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs("--source", "line,access");

    assertThat(plain.need()).isEqualTo(Role.VIEWER);
    assertThat(curious.need()).isEqualTo(Role.OWNER);
    assertThat(desk.type("logs", "--source", "access")).isZero();
    assertThat(desk.out.toString()).contains("anna came in");
  }

  @Test
  void whatCannotBeShownIsSaid() {
    assertThat(desk.type("logs", "-n", "501")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(desk.type("logs", "--job", "unreadable")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err.toString()).contains("ask for 1 to 500", "Input/output error");
    assertThat(desk.type("logs", "--find", "nobody says this")).isZero();
    assertThat(desk.out.toString()).contains("nothing like that was noted");
  }
}
