package io.pumphouse.agent.command;

import picocli.CommandLine.Parameters;

/** Which job. */
final class JobOption {
  @Parameters(index = "0", paramLabel = "JOB", description = "The job's id.")
  private String id = "";

  String id() {
    return id;
  }
}
