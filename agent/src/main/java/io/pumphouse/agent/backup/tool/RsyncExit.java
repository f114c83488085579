package io.pumphouse.agent.backup.tool;

import io.pumphouse.agent.backup.tool.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the exit codes of rsync mean (rsync(1), EXIT VALUES, and errcode.h). A code that is not here
 * is a failure. Pure.
 */
public final class RsyncExit {
  private static final String LOOK = "look at the run log";
  private static final String NETWORK =
      "check the network and that the other machine is on; the next run goes on where this stopped";

  private static final Pattern ATTRIBUTES =
      Pattern.compile(": (?:chown|chgrp|failed to set (?:times|permissions)) ");

  private record Meaning(Kind kind, String cause, String next) {}

  private static final Map<Integer, Meaning> MEANINGS =
      Map.ofEntries(
          code(1, Kind.FAILURE, "wrong arguments", "check flags: of this job"),
          code(2, Kind.FAILURE, "the other rsync is too old or new", "update rsync on both sides"),
          code(3, Kind.FAILURE, "source or destination cannot be used", "check that both exist"),
          code(4, Kind.FAILURE, "this rsync cannot do what was asked", "check flags: of this job"),
          code(5, Kind.TRANSIENT, "the rsync daemon refused to start", "check module and password"),
          code(6, Kind.FAILURE, "the daemon cannot write its log", "look at the other machine"),
          code(10, Kind.TRANSIENT, "the connection broke or was refused", NETWORK),
          code(11, Kind.FAILURE, "reading or writing a file failed", LOOK),
          code(12, Kind.TRANSIENT, "the connection broke in the middle", NETWORK),
          code(13, Kind.FAILURE, "rsync could not report what went wrong", LOOK),
          code(14, Kind.FAILURE, "the rsync processes lost each other", LOOK),
          code(16, Kind.STOPPED, "rsync was stopped by a signal", "start it again"),
          code(19, Kind.STOPPED, "rsync was stopped by a signal", "start it again"),
          code(20, Kind.STOPPED, "rsync was stopped by a signal", "start it again"),
          code(21, Kind.FAILURE, "rsync could not wait for its child", LOOK),
          code(22, Kind.FAILURE, "rsync ran out of memory", "copy less at once, or free memory"),
          code(
              23,
              Kind.FAILURE,
              "some files could not be copied",
              "look at the run log: it names them"),
          code(
              24,
              Kind.WARNING,
              "some files vanished while they were copied",
              "nothing, if they are short-lived"),
          code(
              25,
              Kind.FAILURE,
              "more files to delete than allowed",
              "check --max-delete of this job"),
          code(30, Kind.TRANSIENT, "the other side fell silent", NETWORK),
          code(35, Kind.TRANSIENT, "the daemon did not answer in time", NETWORK),
          code(
              124,
              Kind.FAILURE,
              "the remote shell could not run rsync",
              "check rsync on the other machine"),
          code(125, Kind.FAILURE, "the remote shell was killed", "look at the other machine"),
          code(126, Kind.FAILURE, "the remote shell cannot be run", "check that ssh is installed"),
          code(
              127,
              Kind.FAILURE,
              "rsync or the remote shell is not there",
              "install rsync on both sides"),
          code(143, Kind.STOPPED, "rsync was stopped by a signal", "start it again"),
          code(
              255,
              Kind.TRANSIENT,
              "ssh could not connect",
              "try ssh by hand as the agent's user; " + NETWORK));

  private RsyncExit() {}

  private static Map.Entry<Integer, Meaning> code(int code, Kind kind, String cause, String next) {
    return Map.entry(code, new Meaning(kind, cause, next));
  }

  /**
   * What it means.
   *
   * @param said the last lines that rsync wrote to standard error
   */
  public static Verdict of(int code, List<String> said) {
    if (code == 0) {
      return Verdict.good();
    }
    if (code == 23 && isAboutAttributes(said)) {
      return new Verdict(
          Kind.WARNING,
          "rsync exit 23: all is copied, but owners, modes or times of some files are not kept",
          "look at the run log; --no-owner --no-group --no-perms in flags if that is meant");
    }
    Meaning meaning =
        MEANINGS.getOrDefault(
            code,
            new Meaning(Kind.FAILURE, "an unknown exit code", "report this with the run log"));
    return Symptom.of(said)
        .filter(_ -> meaning.kind() == Kind.FAILURE || code == 255 || code == 5)
        .map(symptom -> symptom.verdict("rsync exit " + code))
        .orElseGet(() -> new Verdict(meaning.kind(), words(code, meaning, said), meaning.next()));
  }

  /** Everything that it complains of; a list that may have been cut short is not believed. */
  private static boolean isAboutAttributes(List<String> said) {
    List<String> complaints =
        said.stream().filter(line -> !line.startsWith("rsync error:")).toList();
    return !complaints.isEmpty()
        && said.size() < Verdict.MOST_WORDS
        && complaints.stream().allMatch(line -> ATTRIBUTES.matcher(line).find());
  }

  private static String words(int code, Meaning meaning, List<String> said) {
    return "rsync exit " + code + ": " + meaning.cause() + Symptom.firstWords(said);
  }
}
