package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.model.Happening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the agent ended before: in good order, by a power cut or kill, or by a crash of the JVM,
 * which leaves a file.
 *
 * @param data the data folder, where such files lie
 * @param events the newest first; none where no agent runs
 */
public record CrashExam(Path data, Supplier<List<Happening>> events) implements Exam {
  private static final String NAME = "last end";
  private static final String STARTED = "agent-started";
  private static final String STOPPED = "agent-stopped";

  @Override
  public List<Sign> signs() {
    List<Path> notes =
        Folder.newest(data, Integer.MAX_VALUE).stream()
            .filter(file -> file.getFileName().toString().matches("hs_err_pid\\d+\\.log"))
            .toList();
    return List.of(
        notes.isEmpty()
            ? byEvents()
            : Sign.look(
                NAME,
                "the JVM crashed at " + time(notes.getFirst()) + ": " + notes.getFirst(),
                "send the bundle to whoever maintains the agent, then delete the file"));
  }

  private Sign byEvents() {
    List<Happening> ends =
        events.get().stream()
            .filter(event -> event.kind().equals(STARTED) || event.kind().equals(STOPPED))
            .toList();
    if (ends.size() < 2) {
      return Sign.well(NAME, "nothing is known of an earlier one");
    }
    Happening before = ends.get(1);
    return before.kind().equals(STOPPED)
        ? Sign.well(NAME, "in good order, at " + before.at())
        : Sign.look(
            NAME,
            "started at "
                + before.at()
                + " and ended without a word: a power cut, a kill or a crash",
            "if the power did not fail: journalctl -b -1 -e, and look at the power supply");
  }

  private static String time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toString();
    } catch (IOException _) {
      return "some time"; // somebody deletes it just now
    }
  }
}
