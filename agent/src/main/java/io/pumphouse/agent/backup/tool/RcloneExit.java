package io.pumphouse.agent.backup.tool;

import io.pumphouse.agent.backup.tool.Verdict.Kind;
import java.util.List;
import java.util.Map;

/**
 * What the exit codes of rclone mean (rclone.org/docs, "List of exit codes"). A code that is not
 * here is a failure. Pure.
 */
public final class RcloneExit {
  private static final String LOOK = "look at the run log";

  private record Meaning(Kind kind, String cause, String next) {}

  private static final Map<Integer, Meaning> MEANINGS =
      Map.ofEntries(
          code(1, Kind.FAILURE, "not everything was copied", LOOK),
          code(2, Kind.FAILURE, "wrong arguments", "check flags: of this job"),
          code(3, Kind.FAILURE, "the folder was not found", "check source and destination"),
          code(4, Kind.FAILURE, "the file was not found", "check source and destination"),
          code(5, Kind.TRANSIENT, "the remote refused for now", "nothing: the next attempt may do"),
          code(
              6,
              Kind.FAILURE,
              "some files could not be copied",
              "look at the run log: it names them"),
          code(7, Kind.FAILURE, "the remote refused for good", "check the account of this remote"),
          code(8, Kind.FAILURE, "the limit of --max-transfer is reached", "raise it in flags:"),
          code(9, Kind.GOOD, "", ""),
          code(10, Kind.FAILURE, "the limit of --max-duration is reached", "raise it in flags:"),
          code(127, Kind.FAILURE, "rclone is not there", "sudo apt install rclone"),
          code(143, Kind.STOPPED, "rclone was stopped by a signal", "start it again"));

  private RcloneExit() {}

  private static Map.Entry<Integer, Meaning> code(int code, Kind kind, String cause, String next) {
    return Map.entry(code, new Meaning(kind, cause, next));
  }

  /**
   * What it means.
   *
   * @param said the last errors that rclone logged
   */
  public static Verdict of(int code, List<String> said) {
    if (code == 0) {
      return Verdict.good();
    }
    Meaning meaning =
        MEANINGS.getOrDefault(
            code,
            new Meaning(Kind.FAILURE, "an unknown exit code", "report this with the run log"));
    return Symptom.of(said)
        .filter(_ -> meaning.kind() == Kind.FAILURE)
        .map(symptom -> symptom.verdict("rclone exit " + code))
        .orElseGet(() -> verdict(code, meaning, said));
  }

  private static Verdict verdict(int code, Meaning meaning, List<String> said) {
    return meaning.kind() == Kind.GOOD
        ? Verdict.good()
        : new Verdict(
            meaning.kind(),
            "rclone exit " + code + ": " + meaning.cause() + Symptom.firstWords(said),
            meaning.next());
  }
}
