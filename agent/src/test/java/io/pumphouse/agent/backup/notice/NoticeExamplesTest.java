package io.pumphouse.agent.backup.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.NoticeFile;
import io.pumphouse.agent.config.NoticesLoaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told to write is what the agent reads. */
final class NoticeExamplesTest {
  private static final Path PAGE = Path.of("..", "web", "src", "main", "jte", "notices.jte");
  private static final Path BOOK = Path.of("..", "docs", "backups.md");

  @TempDir private Path folder;

  private void assertRead(String example) throws IOException {
    String text = example.replaceAll("\\$\\{[^}]*}", "word").replaceAll("(?m)^ +", "");
    Path file = Files.writeString(folder.resolve("notices.yaml"), text);
    assertThat(new NoticeFile().read(file)).as(text).isInstanceOf(NoticesLoaded.Valid.class);
    assertThat(((NoticesLoaded.Valid) new NoticeFile().read(file)).receivers()).isNotEmpty();
  }

  private static List<String> examples(Path source, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(source))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void theExamplesOfThePageAreRead() throws IOException {
    List<String> examples = examples(PAGE, "notices:\\n[^<]*(?=</pre>)");
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      assertRead(example);
    }
  }

  @Test
  void theExampleOfTheBookIsRead() throws IOException {
    List<String> examples = examples(BOOK, "notices:\\n.*?(?=```)");
    assertThat(examples).hasSize(1);
    assertRead(examples.getFirst());
  }
}
