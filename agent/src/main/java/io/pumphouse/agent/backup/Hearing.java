package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Child;
import io.pumphouse.agent.backup.tool.RcloneVoice;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.agent.log.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Listens to a tool: numbers go to whoever counts, everything else into the run log, and the first
 * errors are kept to name a cause. Thread-safe.
 */
final class Hearing implements Child.Ear {
  private final RunLog log;
  private final Predicate<String> isNumbers;
  private final Function<String, String> words;
  private final Predicate<String> isError;
  private final List<String> said = new ArrayList<>();

  private Hearing(
      RunLog log,
      Predicate<String> isNumbers,
      Function<String, String> words,
      Predicate<String> isError) {
    this.log = log;
    this.isNumbers = isNumbers;
    this.words = words;
    this.isError = isError;
  }

  /** Of rsync, which puts errors on standard error. */
  static Hearing rsync(RunLog log, Predicate<String> isNumbers) {
    return new Hearing(log, isNumbers, line -> line, _ -> true);
  }

  /** Of rclone, which puts everything there, as JSON. */
  static Hearing rclone(RunLog log, Predicate<String> isNumbers) {
    return new Hearing(log, isNumbers, RcloneVoice::words, RcloneVoice::isError);
  }

  @Override
  public void out(String line) {
    if (!isNumbers.test(line)) {
      log.add(words.apply(line));
    }
  }

  @Override
  public void err(String line) {
    if (isNumbers.test(line)) {
      return;
    }
    log.add(words.apply(line));
    if (isError.test(line)) {
      keep(Plain.text(words.apply(line)));
    }
  }

  private synchronized void keep(String words) {
    if (said.size() < Verdict.MOST_WORDS) {
      said.add(words);
    }
  }

  synchronized List<String> said() {
    return List.copyOf(said);
  }
}
