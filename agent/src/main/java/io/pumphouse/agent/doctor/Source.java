package io.pumphouse.agent.doctor;

import java.util.List;

/**
 * A program of the machine that knows something for the bundle.
 *
 * @param part where its answer goes
 * @param command what it is asked
 * @param otherwise what the bundle has of it all the same where it does not answer
 */
record Source(String part, List<String> command, String otherwise) {
  static final List<Source> ALL =
      List.of(
          new Source(
              "journal.txt",
              List.of(
                  "journalctl", "-u", "pumphouse", "-n", "2000", "--no-pager", "-o", "short-iso"),
              "data/log has what the agent itself noted; what systemd and Java said of starts and"
                  + " ends is only in the journal"),
          new Source(
              "kernel.txt",
              List.of("journalctl", "-k", "-n", "300", "--no-pager"),
              "what the kernel said of adapters, sticks and the power supply is nowhere else"),
          new Source(
              "service.txt",
              List.of("systemctl", "status", "pumphouse", "--no-pager"),
              "doctor.txt has what the doctor saw of the service"));

  Source {
    command = List.copyOf(command);
  }
}
