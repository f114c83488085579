package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents tell people to write is what the agent reads. */
final class DocumentedConfigurationTest {
  private static final String ONE_PUMP =
      "pumps: [{id: house, model: nibe-s1255, line: {tcp: 192.0.2.10}}]\n";
  private static final String MAP_BEGINS = "# model: ";

  @TempDir private Path folder;

  /** JobExamplesTest, NoticeExamplesTest and FleetPageTest read what is no configuration yet. */
  @TestFactory
  Stream<DynamicTest> eachYamlIsRead() {
    return fences("yaml")
        .filter(each -> !each.place().matches("docs/(backups|fleet)\\.md.*"))
        .map(each -> dynamicTest(each.place(), () -> read(each.text())));
  }

  /** A register map is read where the agent looks for it, and a pump can be of that model. */
  @TestFactory
  Stream<DynamicTest> eachMapIsAModel() {
    return fences("csv")
        .filter(each -> each.text().startsWith(MAP_BEGINS))
        .map(each -> dynamicTest(each.place(), () -> use(each)));
  }

  private static Stream<Book.Fence> fences(String language) {
    return Book.all().stream().flatMap(book -> book.fences(language).stream());
  }

  private void read(String text) throws IOException {
    String whole = text.contains("pumps:") ? text : ONE_PUMP + text;
    assertThat(loaded(folder.resolve("some.yaml"), whole)).isInstanceOf(Loaded.Valid.class);
  }

  private static Loaded loaded(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return new ConfigFile(MapShelf::beside, ZoneOffset.UTC).read(file);
  }

  private void use(Book.Fence map) throws IOException {
    List<String> lines = map.lines();
    String model = lines.getFirst().substring(MAP_BEGINS.length());
    Path maps = Files.createDirectories(folder.resolve("maps"));
    Files.writeString(maps.resolve(model + ".csv"), map.text());
    String pump = "pumps: [{id: a, model: %s, line: {tcp: 192.0.2.10}}]%n".formatted(model);
    assertThat(loaded(folder.resolve("some.yaml"), pump)).isInstanceOf(Loaded.Valid.class);
  }
}
