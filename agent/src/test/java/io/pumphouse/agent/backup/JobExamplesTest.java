package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.JobFile;
import io.pumphouse.agent.config.JobsLoaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs that people are shown are jobs that run. */
final class JobExamplesTest {
  private static final Path BOOK = Path.of("..", "docs", "backups.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n((?:(?!```).)*?jobs:.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExampleOfTheBookIsRead() throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(BOOK))
            .results()
            .map((MatchResult it) -> it.group(1))
            .toList();
    assertThat(examples).hasSize(1);

    JobsLoaded loaded =
        new JobFile(new JobChecks(folder)).check(folder.resolve("jobs.yaml"), examples.getFirst());

    assertThat(loaded).isInstanceOf(JobsLoaded.Valid.class);
    assertThat(((JobsLoaded.Valid) loaded).jobs()).hasSize(4);
  }
}
