package io.pumphouse.agent.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Soundness.Result;
import io.pumphouse.web.model.Soundness.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a file is sound is found out without writing to it. */
final class CheckupTest {
  private static final Schema SCHEMA =
      new Schema(List.of(List.of("CREATE TABLE page (body BLOB NOT NULL)")));

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final BlockingQueue<State.Over> told = new LinkedBlockingQueue<>();
  private Path file = Path.of("");

  @BeforeEach
  void fillAFile() {
    file = folder.resolve("x.db");
    try (Database database = new Database(file, SCHEMA, time, "x-writer")) {
      fill(database, 500);
    }
  }

  @Test
  void aSoundFileIsSaidToBeSoundAndByWhomItWasAsked() throws Exception {
    Checkup checkup = checkup(time);
    assertThat(checkup.state()).isEqualTo(new State.Unasked());

    checkup.look("anna");

    State.Over over = told.poll(10, TimeUnit.SECONDS);
    assertThat(over)
        .isEqualTo(new State.Over(time.wall(), "anna", Duration.ZERO, new Result.Sound()));
    assertThat(checkup.state()).isEqualTo(over);
  }

  @Test
  void whatIsDamagedIsToldInSqlitesWords() throws Exception {
    overwrite(Files.size(file) / 2, 20_000);

    assertThat(result(time))
        .isInstanceOfSatisfying(
            Result.Damaged.class, damaged -> assertThat(damaged.where()).isNotEmpty());
  }

  @Test
  void damageStaysOnTheHealthBoard() throws Exception {
    Checkup checkup = checkup(time);
    assertThat(checkup.checks()).isEmpty();
    overwrite(Files.size(file) / 2, 20_000);

    checkup.look("anna");

    assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(checkup.checks()).singleElement().matches(check -> !check.isWell());
  }

  @Test
  void aFileThatIsNoDatabaseAnyMoreIsDamaged() throws Exception {
    overwrite(0, 100);

    assertThat(result(time))
        .isInstanceOfSatisfying(
            Result.Damaged.class,
            damaged -> assertThat(damaged.where()).first().asString().contains("SQLITE_NOTADB"));
  }

  @Test
  void aFileThatIsNotThereIsNotDamaged() throws Exception {
    Files.delete(file);

    assertThat(result(time)).isInstanceOf(Result.Unknown.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void readingEndsAfterItsTimeAndSaysSo() throws Exception {
    assertThat(result(new Hurry(Checkup.PATIENCE)))
        .isInstanceOfSatisfying(
            Result.Unknown.class,
            unknown -> assertThat(unknown.cause()).contains("not at its end within 120 s"));
  }

  @Test
  void onlyOneReadsAtATimeAndStoringGoesOn() throws Exception {
    Held held = new Held();
    Checkup checkup = checkup(held);
    State begun = checkup.look("anna");
    try (Database database = new Database(file, SCHEMA, time, "x-writer")) {
      assertThat(checkup.look("bertil")).isEqualTo(begun);
      assertThat(fill(database, 1)).isInstanceOf(Outcome.Done.class);
    } finally {
      held.go();
    }

    assertThat(told.poll(10, TimeUnit.SECONDS)).extracting(State.Over::who).isEqualTo("anna");
    assertThat(told).isEmpty();
  }

  private Checkup checkup(TimeSource clock) {
    return new Checkup(file, clock, told::add);
  }

  private Result result(TimeSource clock) throws InterruptedException {
    checkup(clock).look("anna");
    State.Over over = told.poll(10, TimeUnit.SECONDS);
    assertThat(over).isNotNull();
    return over.result();
  }

  private static Outcome<Integer> fill(Database database, int pages) {
    return database.run(
        session -> {
          for (int page = 0; page < pages; page++) {
            session.run("INSERT INTO page VALUES (randomblob(900))");
          }
          return pages;
        });
  }

  private void overwrite(long at, int bytes) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(bytes), at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock that goes on by so much whenever somebody looks. */
  private record Hurry(Duration step, HandTime hand) implements TimeSource {
    Hurry(Duration step) {
      this(step, new HandTime());
    }

    @Override
    public Instant wall() {
      return hand.wall();
    }

    @Override
    public long nanos() {
      hand.pass(step);
      return hand.nanos();
    }
  }

  /** A clock that lets nobody look at first. */
  private static final class Held implements TimeSource {
    private final HandTime hand = new HandTime();
    private final CountDownLatch gate = new CountDownLatch(1);

    void go() {
      gate.countDown();
    }

    @Override
    public Instant wall() {
      return hand.wall();
    }

    @Override
    public long nanos() {
      try {
        assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return hand.nanos();
    }
  }
}
