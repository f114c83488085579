package io.pumphouse.agent.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Queries;
import io.pumphouse.web.model.Queries.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person asks, the file stays as it is and storing goes on. */
final class InquiryTest {
  private static final String ENDLESS =
      "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT %s FROM c";

  @TempDir Path folder;
  private final Haste time = new Haste();
  private Database database;
  private Inquiry inquiry;

  @BeforeEach
  void open() {
    database =
        new Database(
            folder.resolve("x.db"),
            new Schema(List.of(List.of("CREATE TABLE note (text TEXT, bytes BLOB)"))),
            time,
            "x-writer");
    inquiry = new Inquiry(folder.resolve("x.db"), time);
    write("kept");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsCommittedIsSeenAtOnce() {
    write("new");

    assertThat(table("SELECT text FROM note -- of the day\n;").rows())
        .containsExactly(List.of("kept"), List.of("new"));
  }

  @Test
  void everyKindOfValueIsAText() {
    assertThat(table("VALUES (1, 2.5, 'a;b', NULL, x'00ff')").rows())
        .containsExactly(List.of("1", "2.5", "a;b", "NULL", "x'00ff' (2)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO note VALUES ('evil', '')",
        "WITH a AS (SELECT 1) INSERT INTO note SELECT 'evil', ''",
        "WITH a AS (SELECT 1) DELETE FROM note",
        "/* SELECT */ DROP TABLE note",
        "SELECT 1; DELETE FROM note",
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'copy.db'",
        "PRAGMA query_only = 0",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM \"pragma_table_info\"('note')",
        "SELECT load_extension('evil')",
        "SELECT writefile('evil', 'evil')",
        "SELECT zeroblob(2000000)",
        "CREATE TEMP TABLE evil (a)",
        "BEGIN EXCLUSIVE",
        "",
        "SELECT 'never ended"
      })
  void whateverIsNoPlainQuestionIsRefused(String evil) {
    assertThat(inquiry.ask(evil)).isInstanceOf(Answer.Refused.class);
    assertThat(table("SELECT text FROM note").rows()).containsExactly(List.of("kept"));
    assertThat(folder).isDirectoryNotContaining("glob:**/{other,copy,evil}*");
  }

  @Test
  void aQuestionWithoutEndIsCutOff() {
    assertThat(inquiry.ask(ENDLESS.formatted("max(x)")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.cause()).isEqualTo("no answer within 2 s"));
  }

  @Test
  void anAnswerWithoutEndIsCutShortAndSaysSo() {
    Answer.Table table = table(ENDLESS.formatted("x"));

    assertThat(table.rows()).hasSize(Queries.ROWS);
    assertThat(table.isWhole()).isFalse();
    assertThat(table("SELECT 1").isWhole()).isTrue();
  }

  @Test
  void anAnswerOfLongTextsIsCutShortToo() {
    String longOnes = ENDLESS.formatted("printf('%.*c', 100000, 'x')");

    assertThat(table(longOnes).rows()).hasSizeLessThan(5);
  }

  @Test
  void storingGoesOnWhileAQuestionIsAnswered() throws Exception {
    time.stop();
    FutureTask<Answer> asked =
        new FutureTask<>(
            () -> inquiry.ask(ENDLESS.formatted("(SELECT count(*) FROM note)") + " WHERE x < 0"));
    Thread.ofVirtual().start(asked);
    time.awaitLook();

    assertThat(write("meanwhile")).isInstanceOf(Outcome.Done.class);
    assertThat(inquiry.ask("SELECT 1"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.cause()).contains("another question"));

    time.go();
    assertThat(asked.get()).isInstanceOf(Answer.Refused.class);
    assertThat(table("SELECT count(*) FROM note").rows()).containsExactly(List.of("2"));
  }

  private Outcome<Integer> write(String text) {
    return database.run(
        session -> {
          session.run("INSERT INTO note VALUES (?, x'')", text);
          return 1;
        });
  }

  private Answer.Table table(String sql) {
    return switch (inquiry.ask(sql)) {
      case Answer.Table table -> table;
      case Answer.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /** A clock that is a millisecond further whenever somebody looks, unless it is stopped. */
  private static final class Haste implements TimeSource {
    private final AtomicLong millis = new AtomicLong();
    private volatile long step = 1;
    private final CountDownLatch looks = new CountDownLatch(1_000);

    void stop() {
      step = 0;
    }

    void go() {
      step = 1;
    }

    /** Waits until the question has been at work for a while. */
    void awaitLook() throws InterruptedException {
      assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public Instant wall() {
      return Instant.EPOCH.plus(Duration.ofNanos(nanos()));
    }

    @Override
    public long nanos() {
      looks.countDown();
      return Duration.ofMillis(millis.addAndGet(step)).toNanos();
    }
  }
}
