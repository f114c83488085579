package io.pumphouse.agent.backup.medium;

import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Copied;
import io.pumphouse.agent.sqlite.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;

/** Reads a snapshot through where it lies, and takes note of it there. Stateless. */
public final class Checkup {
  private static final int MOST_TOLD = 1_000; // a manifest that lies can make it any length

  private Checkup() {}

  /**
   * What is wrong with it; empty if it is whole, sound, and holds what it should.
   *
   * @param ear is told how many bytes were read since it was told last
   */
  public static String look(Deposit deposit, LongConsumer ear) throws InterruptedException {
    if (deposit.manifest().entries().isEmpty()) {
      return deposit.trouble();
    }
    for (Manifest.Entry entry : deposit.manifest().entries()) {
      String trouble = look(deposit.folder().resolve(entry.file()), entry, ear);
      if (!trouble.isEmpty()) {
        return trouble;
      }
    }
    return "";
  }

  private static String look(Path file, Manifest.Entry entry, LongConsumer ear)
      throws InterruptedException {
    try {
      Disk.forget(file);
      if (!Disk.sha256(file, ear).equals(entry.sha256())) {
        return entry.file() + " reads back differently from what was written";
      }
    } catch (IOException e) {
      return entry.file() + " cannot be read: " + e;
    }
    return differs(Copied.inspect(file), entry);
  }

  /** What a database holds other than its manifest says; empty if nothing. */
  public static String differs(Outcome<Contents> found, Manifest.Entry entry) {
    return switch (found) {
      case Outcome.Failed<Contents>(var why) -> why.cause();
      case Outcome.Done<Contents>(var contents) ->
          contents.equals(entry.contents())
              ? ""
              : entry.file() + " holds " + contents + " instead of " + entry.contents();
    };
  }

  /**
   * Notes it beside the snapshot.
   *
   * @param trouble what was wrong; empty if it was sound
   */
  public static void note(Deposit deposit, Instant when, String trouble) throws IOException {
    String line = trouble.replaceAll("\\p{Cntrl}", " ");
    String told = line.substring(0, Math.min(line.length(), MOST_TOLD));
    new Checked(when, told).save(deposit.folder(), deposit.stem());
  }
}
