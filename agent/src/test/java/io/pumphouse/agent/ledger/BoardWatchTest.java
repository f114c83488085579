package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.board.SgChange;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.web.model.SgReady;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoardWatchTest {
  @TempDir private Path folder;

  private Event noted(SgChange change) {
    HandTime time = new HandTime();
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot", time)) {
      new BoardWatch(ledger, time).accept(change);
      return ledger.latest(1).getFirst();
    }
  }

  @Test
  void everyChangeIsAnEventWithWhoAndWhyInBothLanguages() {
    Event event = noted(new SgChange(SgReady.NORMAL, SgReady.FORCED, "anna", "sol på taket"));

    assertThat(event.kind()).isEqualTo(Event.Kind.SG_READY_CHANGED);
    assertThat(event.text()).isEqualTo("from normal to forced, by anna: sol på taket");
    assertThat(Swedish.of(event)).isEqualTo("från normal till påtvingad, av anna: sol på taket");
  }

  @Test
  void aReasonCannotDriveATerminalNorFillTheLog() {
    Event event =
        noted(new SgChange(SgReady.NORMAL, SgReady.FORCED, "anna", "\u001b[2J" + "x".repeat(999)));

    assertThat(event.text()).contains("\uFFFD[2J").hasSizeLessThan(500).endsWith("…");
  }
}
