package io.pumphouse.agent.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swaps that are cut off anywhere: between two moves, or by a real kill. */
final class SwapTest {
  private static final List<String> DATABASES = List.of("ledger.db", "readings.db");

  @TempDir private Path data;

  @BeforeEach
  void prepare() throws IOException {
    prepare(data);
  }

  /** Old files with journals, and new ones that lie ready. */
  private static void prepare(Path data) throws IOException {
    for (String name : DATABASES) {
      Files.writeString(data.resolve(name), "old " + name);
      Files.writeString(data.resolve(name + "-wal"), "old journal of " + name);
    }
    Path ready = Files.createDirectories(data.resolve("restore/ready"));
    for (String name : DATABASES) {
      Files.writeString(ready.resolve(name), "new " + name);
    }
    Files.writeString(ready.resolve("agent-id"), "new id");
    Files.writeString(ready.resolve("plan"), "before-restore-1\npumphouse-1 of a day\n");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : Swap.files(folder)) {
      if (Files.isRegularFile(file)) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static void assertSwapped(Path data) throws IOException {
    assertThat(files(data))
        .isEqualTo(
            Map.of(
                "agent-id", "new id",
                "ledger.db", "new ledger.db",
                "readings.db", "new readings.db"));
    assertThat(files(data.resolve("before-restore-1")))
        .isEqualTo(
            Map.of(
                "ledger.db", "old ledger.db",
                "ledger.db-wal", "old journal of ledger.db",
                "readings.db", "old readings.db",
                "readings.db-wal", "old journal of readings.db"));
    assertThat(data.resolve("restore/ready")).doesNotExist();
  }

  @Test
  void whatPeopleWroteSinceItWasMadeReadyStays() throws IOException {
    Path ready = data.resolve("restore/ready");
    Files.writeString(ready.resolve("jobs.yaml"), "jobs of the backup");
    Files.writeString(ready.resolve("settings.yaml"), "settings of the backup");
    Files.writeString(data.resolve("settings.yaml"), "settings of today");

    assertThat(new Swap(data).finish()).isPresent();

    assertThat(data.resolve("settings.yaml")).hasContent("settings of today");
    assertThat(data.resolve("jobs.yaml")).hasContent("jobs of the backup");
    assertThat(ready).doesNotExist();
  }

  @Test
  void theNewOnesAreInPlaceAndTheOldOnesKept() throws IOException {
    assertThat(Swap.isNeeded(data)).isTrue();
    assertThat(new Swap(data).finish().orElseThrow())
        .startsWith("restored pumphouse-1 of a day; what was there before is in " + data);
    assertSwapped(data);
    assertThat(new Swap(data).finish()).isEmpty();
    assertThat(new Swap(data).news().orElseThrow()).startsWith("restored pumphouse-1");
    assertThat(new Swap(data).news()).isEmpty();
    assertThat(Swap.isNeeded(data)).isFalse();
  }

  @Test
  void whereverItIsCutOffTheNextLookMakesItWhole() throws IOException {
    int moves = 7;
    for (int cut = 0; cut < moves; cut++) {
      Path each = Files.createDirectory(data.resolve("cut" + cut));
      prepare(each);
      int[] left = {cut};
      Swap doomed =
          new Swap(
              each,
              (from, to) -> {
                if (left[0]-- == 0) {
                  throw new IOException("the lights went out");
                }
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
              });
      assertThatThrownBy(doomed::finish).hasMessage("the lights went out");
      new Swap(each).finish();
      assertSwapped(each);
    }
  }

  @Test
  void whatAnAgentBeganAnewBetweenTwoLooksTakesNobodysPlace() throws IOException {
    Swap doomed =
        new Swap(
            data,
            (from, to) -> {
              if (from.endsWith("ready/readings.db")) {
                throw new IOException("the lights went out");
              }
              Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            });
    assertThatThrownBy(doomed::finish).hasMessage("the lights went out");
    Files.writeString(data.resolve("readings.db"), "heard meanwhile");
    new Swap(data).finish();
    assertThat(files(data)).containsEntry("readings.db", "new readings.db");
    assertThat(files(data.resolve("before-restore-1")))
        .containsEntry("readings.db", "old readings.db")
        .containsEntry("readings.db.2", "heard meanwhile");
  }

  @Test
  void whatWasPreparedInPartChangesNothing() throws IOException {
    Path ready = data.resolve("restore/ready");
    Files.move(ready, data.resolve("restore/part"));
    assertThat(new Swap(data).finish()).isEmpty();
    assertThat(files(data)).containsEntry("ledger.db", "old ledger.db").hasSize(4);
    assertThat(data.resolve("restore/part")).doesNotExist();
  }

  /** Swaps in one folder after the other until it is killed. */
  static final class Doomed {
    private Doomed() {}

    public static void main(String[] arguments) throws IOException {
      for (Path folder : Swap.files(Path.of(arguments[0]))) {
        new Swap(folder).finish();
      }
    }
  }

  @Test
  void aProcessThatIsKilledLeavesTheOldOrTheNewWhole() throws Exception {
    int folders = 400;
    Path all = Files.createDirectory(data.resolve("all"));
    for (int each = 0; each < folders; each++) {
      prepare(Files.createDirectory(all.resolve("%03d".formatted(each))));
    }
    Path middle = all.resolve("%03d".formatted(folders / 2));
    Process doomed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Doomed.class.getName(),
                all.toString())
            .inheritIO()
            .start();
    while (Files.notExists(middle.resolve("before-restore-1")) && doomed.isAlive()) {
      Thread.onSpinWait();
    }
    doomed.destroyForcibly();
    assertThat(doomed.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(all.resolve("399/restore/ready/plan")).as("killed too late").exists();
    for (Path folder : Swap.files(all)) {
      new Swap(folder).finish();
      assertSwapped(folder);
    }
  }
}
