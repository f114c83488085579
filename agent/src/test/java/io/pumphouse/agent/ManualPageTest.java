package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The manual page and the completion have what the command line has, and nothing else. */
final class ManualPageTest {
  private final String page = said("man");
  private final String completion = said("bash");

  private static String said(String reader) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code =
        Main.table(configurations())
            .execute(List.of("manual", "--for", reader), new Terminal(out, out));
    assertThat(code).as(said.toString()).isZero();
    return said.toString();
  }

  private static ConfigFile configurations() {
    return new ConfigFile(MapShelf::beside, ZoneOffset.UTC);
  }

  private static Stream<CommandSpec> verbs(CommandSpec above) {
    return above.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(verb -> !verb.usageMessage().hidden())
        .flatMap(verb -> verb.subcommands().isEmpty() ? Stream.of(verb) : verbs(verb));
  }

  @Test
  void eachVerbHasASectionWithItsOwnOptions() {
    List<CommandSpec> verbs = verbs(Main.table(configurations()).verbs()).toList();
    assertThat(verbs).hasSizeGreaterThan(40);
    assertThat(verbs)
        .allSatisfy(
            verb -> {
              String head = ".SS \"" + verb.qualifiedName(" ").replace("-", "\\-") + "\"\n";
              assertThat(page).containsOnlyOnce(head);
              String section = page.split(Pattern.quote(head), 2)[1];
              String own = section.split("\n\\.S[SH] ", 2)[0];
              verb.options().stream()
                  .filter(
                      option ->
                          !option.inherited()
                              && !option.hidden()
                              && !option.usageHelp()
                              && !option.versionHelp())
                  .forEach(
                      option -> assertThat(own).contains(option.longestName().replace("-", "\\-")));
            });
  }

  @Test
  void defaultsAreTold() {
    assertThat(page).contains("(default: nibe\\-s1255)").doesNotContain("${");
  }

  @Test
  void whatIsNotForPeopleIsInNeither() {
    assertThat(page).doesNotContain("rehearse", "manual");
    assertThat(completion).contains("check-config").doesNotContain("rehearse");
  }

  @Test
  void theSameBuildSaysTheSame() {
    assertThat(said("man")).isEqualTo(page);
    assertThat(said("bash")).isEqualTo(completion).doesNotContain(" 202");
  }
}
