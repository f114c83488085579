package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.clock.PastBoot;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.hal.reading.PumpId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged ledger costs what cannot be read any more, and no more. */
final class RescueTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final int EVENTS = 2_000;

  @TempDir private Path folder;
  private final HandTime time = new HandTime();

  @BeforeEach
  void fill() {
    try (Database old = new Database(file(), Entries.SCHEMA, time, "old")) {
      var filled =
          old.run(
              session -> {
                session.run(
                    "INSERT INTO alarm VALUES (1, 'house', '51', 'High ''pressure''', '', 'FAULT',"
                        + " 1, 1, 1, 1, 'old', 1, 2, 2, 'old')");
                session.run("INSERT INTO boot VALUES (1, 'old', 5, 1, 5)");
                session.run("INSERT INTO era VALUES ('old', 0, 1000, 'NETWORK')");
                session.run("INSERT INTO recording VALUES (7, 'house', 1, 'old', 1, '51')");
                session.run("INSERT INTO recording_half VALUES (7, 'BEFORE', x'0102')");
                for (int i = 1; i <= EVENTS; i++) {
                  Entries.insert(session, "old", event("old " + i));
                }
                return true;
              });
      assertThat(filled).isEqualTo(new Done<>(true));
    }
  }

  @Test
  void whatCanBeReadComesBackBeforeWhatCameLater() throws IOException {
    damage();
    try (Ledger ledger = ledger()) {
      ledger.note(event("new"));

      assertThat(texts(ledger))
          .hasSizeBetween(EVENTS / 2, EVENTS)
          .startsWith("new", "old " + EVENTS)
          .endsWith("old 1");
      assertThat(ledger.alarms().past(HOUSE)).hasSize(1);
      assertThat(ledger.recordings().open(7).orElseThrow().halves())
          .containsExactly(new byte[] {1, 2});
      assertThat(ledger.clock().recall().orElseThrow().past())
          .extracting(PastBoot::id)
          .containsExactly("old");
      assertThat(ledger.check().cause()).contains("ledger.db.damaged-", "is copied back");
    }
  }

  @Test
  void nothingIsCopiedTwice() throws IOException {
    damage();
    List<String> once;
    try (Ledger ledger = ledger()) {
      once = texts(ledger);
    }
    try (Ledger ledger = ledger()) {
      assertThat(texts(ledger)).isEqualTo(once).isNotEmpty();
      assertThat(ledger.alarms().past(HOUSE)).hasSize(1);
    }
  }

  @Test
  void fileThatIsNoDatabaseGivesNothingBack() throws IOException {
    overwrite(0, 100);
    try (Ledger ledger = ledger()) {
      assertThat(ledger.latest(9))
          .singleElement()
          .extracting(Event::text)
          .asString()
          .contains("0 events, 0 past alarms and 0 recordings were copied back");
    }
  }

  /** Those that are not about the ledger itself, newest first. */
  private static List<String> texts(Ledger ledger) {
    return ledger.latest(2 * EVENTS).stream()
        .filter(event -> event.kind() != Kind.LEDGER_RESCUED)
        .map(Event::text)
        .toList();
  }

  private Ledger ledger() {
    Ledger ledger = new Ledger(file(), "boot", time);
    ledger.start();
    return ledger;
  }

  private Event event(String text) {
    return new Event(time.now(), Kind.LINK_UP, "house", text);
  }

  private Path file() {
    return folder.resolve("ledger.db");
  }

  /** A hole where events are. */
  private void damage() throws IOException {
    overwrite(file().toFile().length() / 2, 3_000);
  }

  private void overwrite(long at, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(bytes), at);
    }
  }
}
