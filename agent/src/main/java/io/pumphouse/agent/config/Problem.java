package io.pumphouse.agent.config;

/**
 * One thing that is wrong with the configuration, and what would be right.
 *
 * @param file the file as it was named by whoever asked
 * @param line the line, from 1; 0 if it is about the file as a whole
 * @param key the key, such as {@code pumps[0].line.baud}; empty if no single key is to blame
 * @param found what stands there: a value in quotes, or words such as {@code nothing}
 * @param accepted what may stand there, or what to do
 */
public record Problem(String file, int line, String key, String found, String accepted) {
  /**
   * The problem for a terminal, on one line: {@code pumphouse.yaml:4: pumps[0].line.baud: found
   * "96O0", accepted: a number from 300 to 4000000, such as 9600}.
   */
  @Override
  public String toString() {
    return place() + "found " + found + ", accepted: " + accepted;
  }

  private String place() {
    return file + ":" + (line == 0 ? "" : line + ":") + " " + (key.isEmpty() ? "" : key + ": ");
  }
}
