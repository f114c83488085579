package io.pumphouse.agent.doctor;

import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.web.model.Doctor.Sign;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration as it lies there now, which may not be what the agent started with.
 *
 * @param file the configuration
 */
public record ConfigExam(ConfigFile reader, Path file) implements Exam {
  private static final String NAME = "configuration";

  @Override
  public List<Sign> signs() {
    return List.of(
        switch (reader.read(file)) {
          case Loaded.Valid(var config) ->
              Sign.well(NAME, file + " is right; pumps: " + config.pumps().size());
          case Loaded.Wrong(var problems) ->
              Sign.bad(
                  NAME,
                  problems.getFirst()
                      + (problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more"),
                  "mend it, then: pumphouse check-config " + file);
        });
  }
}
