package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.model.JobTool;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What backup jobs need.
 *
 * @param tools as they are on this machine
 * @param jobs {@code jobs.yaml}: a tool that it does not name is not missed
 */
public record ToolExam(Supplier<List<JobTool>> tools, Path jobs) implements Exam {
  @Override
  public List<Sign> signs() {
    return tools.get().stream().map(this::sign).toList();
  }

  private Sign sign(JobTool tool) {
    String name = "tool " + tool.name();
    if (tool.consequence().isEmpty()) {
      return Sign.well(name, tool.version() + ", " + tool.path());
    }
    return Tail.of(jobs).contains(tool.name())
        ? Sign.look(name, tool.consequence(), "sudo apt install " + tool.name())
        : Sign.well(
            name, tool.path().isEmpty() ? "not there, and no job needs it" : tool.version());
  }
}
