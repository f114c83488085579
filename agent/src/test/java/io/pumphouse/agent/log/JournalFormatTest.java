package io.pumphouse.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class JournalFormatTest {
  private static LogRecord record(Level level, String text) {
    LogRecord record = new LogRecord(level, text);
    record.setLoggerName("io.pumphouse.agent.poll.Poller");
    return record;
  }

  private static String journal(LogRecord record) {
    return new JournalFormat(true).format(record);
  }

  @Test
  void theJournalGetsAPriorityWithEveryLine() {
    assertThat(journal(record(Level.SEVERE, "a"))).isEqualTo("<3>Poller: a\n");
    assertThat(journal(record(Level.WARNING, "a"))).isEqualTo("<4>Poller: a\n");
    assertThat(journal(record(Level.INFO, "a"))).isEqualTo("<6>Poller: a\n");
    assertThat(journal(record(Level.FINE, "a"))).isEqualTo("<7>Poller: a\n");
    LogRecord broken = record(Level.SEVERE, "a");
    broken.setThrown(new IOException("disk full"));
    assertThat(journal(broken).lines()).hasSizeGreaterThan(2).allMatch(it -> it.startsWith("<3>"));
  }

  @Test
  void aTerminalGetsTheSameWithout() {
    assertThat(new JournalFormat(false).format(record(Level.SEVERE, "a"))).isEqualTo("Poller: a\n");
  }

  @Test
  void nobodyChoosesAPriorityOfHisOwnNorASecret() {
    assertThat(journal(record(Level.INFO, "a\n<0>b password=hunter2")))
        .isEqualTo("<6>Poller: a\uFFFD<0>b password=***\n");
  }
}
