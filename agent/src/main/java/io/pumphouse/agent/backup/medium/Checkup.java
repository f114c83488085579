package io.pumphouse.agent.backup.medium;

import java.io.IOException;
import java.time.Instant;

/** Takes note on the medium of how reading a snapshot went. Stateless. */
public final class Checkup {
  private Checkup() {}

  /**
   * Notes it beside the snapshot.
   *
   * @param trouble what was wrong; empty if it was sound
   */
  public static void note(Deposit deposit, Instant when, String trouble) throws IOException {
    String line = trouble.replaceAll("\\p{Cntrl}", " ");
    new Checked(when, line).save(deposit.folder(), deposit.stem());
  }
}
