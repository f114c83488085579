package io.pumphouse.agent.backup.tool;

import io.pumphouse.agent.backup.tool.Verdict.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the words of a tool tell beyond its exit code. Pure. */
enum Symptom {
  FULL(Kind.FAILURE, "no space left on device", "the destination is full", "free space there"),
  TOO_LARGE(
      Kind.FAILURE,
      "file too large",
      "a file is larger than the destination's file system allows",
      "format the medium with exFAT or ext4"),
  READ_ONLY(
      Kind.FAILURE,
      "read-only file system",
      "the destination went read-only",
      "look at the kernel log and check the medium with fsck"),
  HOST_KEY(
      Kind.FAILURE,
      "host key verification failed",
      "the key of the other machine is not the known one",
      "compare it there, then put it into ssh-known-hosts"),
  DENIED(
      Kind.FAILURE,
      "permission denied",
      "permission denied",
      "let the agent's user read the source and write the destination"),
  MISSING(
      Kind.FAILURE,
      "no such file or directory",
      "something is not there",
      "check source and destination"),
  IO(Kind.FAILURE, "input/output error", "the medium fails", "replace it; look at the kernel log"),
  PASSWORD(Kind.FAILURE, "auth failed", "the password is wrong", "check password-file of this job"),
  TOKEN(
      Kind.FAILURE,
      "invalid_grant",
      "the remote no longer knows this agent",
      "run rclone config reconnect for this remote"),
  NETWORK(
      Kind.TRANSIENT,
      "connection refused",
      "nobody answers there",
      "check that the other machine is on"),
  UNREACHABLE(Kind.TRANSIENT, "network is unreachable", "there is no network", "check the network"),
  NO_NAME(
      Kind.TRANSIENT,
      "could not resolve hostname",
      "the name is not known",
      "check network and name"),
  NO_HOST(Kind.TRANSIENT, "no such host", "the name is not known", "check network and name"),
  TIMEOUT(Kind.TRANSIENT, "timed out", "no answer in time", "check the network");

  private static final int LONGEST = 200;

  private final Kind kind;
  private final String sign;
  private final String cause;
  private final String next;

  Symptom(Kind kind, String sign, String cause, String next) {
    this.kind = kind;
    this.sign = sign;
    this.cause = cause;
    this.next = next;
  }

  /** The first that any of these lines shows. */
  static Optional<Symptom> of(List<String> said) {
    return Arrays.stream(values())
        .filter(
            it -> said.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(it.sign)))
        .findFirst();
  }

  Verdict verdict(String code) {
    return new Verdict(kind, code + ": " + cause, next);
  }

  /** The first thing that was said, which is mostly what caused the rest. */
  static String firstWords(List<String> said) {
    String first = said.isEmpty() ? "" : said.getFirst();
    return first.isEmpty() ? "" : ": " + first.substring(0, Math.min(LONGEST, first.length()));
  }
}
