package io.pumphouse.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.Sought;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log that hears real loggers and writes real files. */
final class LogBookTest {
  private static final Logger STORE = LoggerFactory.getLogger("io.pumphouse.agent.store.Commits");
  private static final Logger POLL = LoggerFactory.getLogger("io.pumphouse.agent.poll.Poller");
  private static final Logger JOBS = LoggerFactory.getLogger("io.pumphouse.agent.backup.Runner");
  private static final Logger DOOR = LoggerFactory.getLogger("io.pumphouse.agent.access.Notebook");
  private static final Logs.Wish ALL = wish(EnumSet.allOf(Source.class), Level.DEBUG, "", "");

  @TempDir private Path folder;
  private final FakeTime time = new FakeTime();
  private LogBook log = new LogBook(Path.of(""), Path.of(""), 1, time);

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("runs"));
    log = book();
    log.open();
  }

  private LogBook book() {
    return new LogBook(folder.resolve("log"), folder.resolve("runs"), 1 << 20, time);
  }

  @AfterEach
  void close() {
    log.keepTo(java.util.logging.Level.INFO, 1 << 20);
    log.close();
  }

  private static Logs.Wish wish(Set<Source> sources, Level least, String job, String words) {
    return new Logs.Wish(sources, least, job, new Sought(words), Instant.MIN);
  }

  private List<String> texts(Logs.Wish wish) throws IOException {
    return log.last(wish, Logs.MOST).stream().map(LogLine::text).toList();
  }

  @Test
  void everyRoomHasItsSourceAndEveryLineItsLevel() throws IOException {
    STORE.info("stored={}", 12);
    POLL.warn("no answer");
    JOBS.error("broken");
    DOOR.info("logged-in ann");
    assertThat(log.last(ALL, Logs.MOST))
        .extracting(LogLine::level, LogLine::source, LogLine::text)
        .containsExactly(
            tuple(Level.INFO, Source.AGENT, "Commits: stored=12"),
            tuple(Level.WARNING, Source.LINE, "Poller: no answer"),
            tuple(Level.ERROR, Source.JOBS, "Runner: broken"),
            tuple(Level.INFO, Source.ACCESS, "Notebook: logged-in ann"));
    assertThat(texts(wish(Set.of(Source.LINE, Source.JOBS), Level.DEBUG, "", "")))
        .containsExactly("Poller: no answer", "Runner: broken");
    assertThat(texts(wish(EnumSet.allOf(Source.class), Level.ERROR, "", "")))
        .containsExactly("Runner: broken");
    assertThat(texts(wish(EnumSet.allOf(Source.class), Level.DEBUG, "", "NO ANSW")))
        .containsExactly("Poller: no answer");
  }

  @Test
  void plantedSecretsAreNowhereInTheFiles() throws IOException {
    STORE.warn(
        "open sftp://me:hunter2@nas/x password=hunter2 Authorization: Bearer hunter2hunter2");
    STORE.warn("cookie pumphouse=hunter2hunter2hunter2hunter2 token: \"hunter2\"");
    STORE.error("failed", new IOException("secret=hunter2 at http://a:hunter2@b/"));
    DOOR.info("claim it on its page /claim with code=K7QF-2MXT-9ABD");
    log.close();
    for (Path file : files()) {
      assertThat(file).content().doesNotContain("hunter2", "K7QF").contains("***");
    }
    assertThat(files()).hasSize(1);
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder.resolve("log"))) {
      return all.sorted().toList();
    }
  }

  @Test
  void nobodyWritesAnEntryThatIsNotHisOwn() throws IOException {
    STORE.info("a\n2026-01-01T00:00:00Z error access forged\u001b[2J");
    assertThat(log.last(ALL, 9)).hasSize(1);
    log.close();
    assertThat(files().getFirst()).content().hasLineCount(1).doesNotContain("\u001b");
  }

  @Test
  void aStackStaysWithItsEntry() throws IOException {
    STORE.error("failed", new IllegalStateException("x", new IOException("disk full")));
    STORE.info("goes on");
    log.close();
    log = book();
    assertThat(log.last(ALL, Logs.MOST)).hasSize(2);
    assertThat(log.last(ALL, Logs.MOST).getFirst().text())
        .startsWith("Commits: failed\n\tjava.lang.IllegalStateException: x\n\t\tat ")
        .contains("\n\tjava.io.IOException: disk full");
  }

  @Test
  void theNewestAreTheEndOfEverythingAlsoOverManyFiles() throws IOException {
    IntStream.range(0, 9_000).forEach(i -> noted(i));
    List<LogLine> whole = new ArrayList<>();
    log.each(ALL, whole::add);
    assertThat(whole).extracting(LogLine::at).isSorted();
    assertThat(log.last(ALL, 500)).isEqualTo(whole.subList(whole.size() - 500, whole.size()));
    assertThat(whole.getLast().text()).isEqualTo("Commits: entry 8999 " + "x".repeat(100));
    log.close();
    assertThat(files()).hasSizeGreaterThan(5);
    assertThat(bytes()).isLessThanOrEqualTo(1 << 20);
  }

  /** As a pen that is never late; the room for what waits is bounded. */
  private void noted(int number) {
    STORE.info("entry {} {}", number, "x".repeat(100));
    if (number % 1_000 == 0) {
      log.flush();
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  @Test
  void entriesOfOneMomentCanBeToldApartByWhenTheyWere() throws IOException {
    STORE.info("one");
    STORE.info("two");
    Instant first = log.last(ALL, 2).getFirst().at();
    Logs.Wish later =
        new Logs.Wish(EnumSet.allOf(Source.class), Level.DEBUG, "", Sought.ANYTHING, first);
    assertThat(texts(later)).containsExactly("Commits: two");
  }

  @Test
  void runsOfJobsStandAmongTheOthersByTheirTimeAndAloneByTheirJob() throws IOException {
    Instant now = time.wall().truncatedTo(ChronoUnit.SECONDS);
    STORE.info("before");
    time.advance(Duration.ofSeconds(10));
    Files.writeString(
        folder.resolve("runs/night-7.log"),
        now.plusSeconds(5)
            + " run in /: rsync\n"
            + now.plusSeconds(5)
            + " failed: exit 23\nrubbish");
    Files.writeString(folder.resolve("runs/other-8.log"), now.plusSeconds(6) + " exit 0\n");
    STORE.info("after");
    assertThat(texts(ALL))
        .containsExactly(
            "Commits: before",
            "night run 7: run in /: rsync",
            "night run 7: failed: exit 23",
            "other run 8: exit 0",
            "Commits: after");
    assertThat(texts(wish(EnumSet.allOf(Source.class), Level.ERROR, "night", "")))
        .containsExactly("night run 7: failed: exit 23");
    List<String> whole = new ArrayList<>();
    log.each(ALL, line -> whole.add(line.text()));
    assertThat(whole).isEqualTo(texts(ALL));
    assertThat(log.jobs()).containsExactly("night", "other");
  }

  @Test
  void theLevelThatIsSetIsHeard() throws IOException {
    STORE.debug("unheard");
    log.keepTo(java.util.logging.Level.FINE, 1 << 20);
    STORE.debug("heard");
    log.keepTo(java.util.logging.Level.SEVERE, 1 << 20);
    STORE.warn("too small");
    assertThat(texts(ALL)).containsExactly("Commits: heard");
  }

  @Test
  void whoListensHearsOfEachAndNothingAfterwards() {
    List<String> heard = new ArrayList<>();
    var subscription = log.subscribe(() -> heard.add("more"));
    STORE.info("one");
    subscription.close();
    STORE.info("two");
    assertThat(heard).hasSize(1);
  }
}
