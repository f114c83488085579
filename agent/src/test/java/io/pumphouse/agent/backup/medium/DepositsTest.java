package io.pumphouse.agent.backup.medium;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.agent.sqlite.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DepositsTest {
  private static final Manifest.Origin OWN = new Manifest.Origin("us", "own");
  private static final Instant TAKEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final String STEM = "pumphouse-20260101T000000Z-1";

  private static final String SETTINGS = "language: sv\n";

  @TempDir private Path folder;

  private Manifest deposit() throws IOException {
    Path file = Files.writeString(folder.resolve(STEM + "-ledger.db"), "four");
    Contents contents = new Contents(7, 3, new TreeMap<>(Map.of("event", 12L)));
    Manifest.Entry entry =
        new Manifest.Entry(
            file.getFileName().toString(), "ledger.db", 4, Disk.sha256(file), contents);
    Manifest manifest = new Manifest(OWN, TAKEN, true, List.of(entry), "jobs: []\n");
    Files.writeString(folder.resolve(STEM + ".json"), manifest.text());
    return manifest;
  }

  private Deposit found() throws IOException {
    return Deposits.in(folder).getFirst();
  }

  @Test
  void aManifestIsReadAsItWasWritten() throws IOException {
    Manifest manifest = deposit();
    assertThat(found().manifest()).isEqualTo(manifest);
    assertThat(found().isSound()).isTrue();
    assertThat(found().verified()).isEqualTo(TAKEN);
  }

  @Test
  void aManifestOfBeforeItSaidWhoseItIsCanBeUsedAndIsNobodys() throws IOException {
    deposit();
    Path file = folder.resolve(STEM + ".json");
    String old =
        Files.readString(file).replaceAll(" *\"(agent|job|clock_sure|original)\" : .*\n", "");
    Files.writeString(file, old);
    assertThat(found().isSound()).isTrue();
    assertThat(found().manifest().entries().getFirst().original()).isEqualTo("ledger.db");
    assertThat(found().isOf(new Manifest.Origin("", ""))).isFalse();
  }

  @Test
  void whatAManifestTellsBesidesMakesItNoWorse() throws IOException {
    Manifest manifest = deposit();
    Manifest.Aside aside = new Manifest.Aside(TAKEN.minusSeconds(30), 40);
    Manifest telling =
        new Manifest(OWN, TAKEN, true, manifest.entries(), manifest.jobs(), SETTINGS, aside);
    Path file = Files.writeString(folder.resolve(STEM + ".json"), telling.text());
    assertThat(found().manifest()).isEqualTo(telling);
    Files.writeString(file, telling.text().replace("2025-12-31T23:59:30Z", "yesterday"));
    assertThat(found().isSound()).isTrue();
    assertThat(found().manifest().aside().free()).isNegative();
  }

  @Test
  void whatIsMissingOrCutShortIsNotSound() throws IOException {
    deposit();
    Path file = folder.resolve(STEM + "-ledger.db");
    Files.writeString(file, "fou");
    assertThat(found().trouble()).contains("has 3 bytes instead of 4");
    Files.delete(file);
    assertThat(found().trouble()).contains("is missing");
  }

  @Test
  void aLinkIsNoFileOfABackup(@TempDir Path elsewhere) throws IOException {
    deposit();
    Path file = folder.resolve(STEM + "-ledger.db");
    Path moved = Files.move(file, elsewhere.resolve("ledger.db"));
    Files.createSymbolicLink(file, moved);
    assertThat(found().trouble()).contains("is a link");
    assertThatThrownBy(() -> Disk.sha256(file)).isInstanceOf(IOException.class);
    Path manifest = folder.resolve(STEM + ".json");
    Files.createSymbolicLink(manifest, Files.move(manifest, elsewhere.resolve("it.json")));
    assertThat(found().trouble()).contains("a link or folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-ledger.db\" | /../../etc/passwd\" | no file of",
        "\"original\" : \"ledger.db\" | \"original\" : \"../x.db\" | no file of",
        "\"format\" : 1 | \"format\" : 2 | this agent knows 1",
        "\"taken\" : \"2026 | \"taken\" : \"soon | could not be parsed",
        "\"bytes\" : 4 | \"bytes\" : [] | no number",
        "{ | [ | JSON"
      })
  void aManifestThatLiesIsNoBackup(String from, String to, String said) throws IOException {
    deposit();
    Path file = folder.resolve(STEM + ".json");
    Files.writeString(
        file, Files.readString(file).replaceFirst(java.util.regex.Pattern.quote(from), to));
    assertThat(found().trouble()).startsWith("the manifest cannot be used: ").contains(said);
    assertThat(found().isOf(OWN)).isFalse();
  }

  @Test
  void aNoteOfACheckStandsBesideIt() throws IOException {
    deposit();
    new Checked(TAKEN.plusSeconds(9), "").save(folder, STEM);
    assertThat(found().verified()).isEqualTo(TAKEN.plusSeconds(9));
    new Checked(TAKEN.plusSeconds(99), "it rots").save(folder, STEM);
    assertThat(found().trouble()).isEqualTo("it rots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rubbish", "", "\u00ff", "long"})
  void aDamagedNoteOfACheckSpoilsNothing(String text) throws IOException {
    deposit();
    String note = text.equals("long") ? "2026-01-02T00:00:00Z\n" + "x".repeat(5_000) : text;
    Files.writeString(folder.resolve(STEM + ".checked"), note, ISO_8859_1);
    assertThat(found().isSound()).isTrue();
    assertThat(found().verified()).isEqualTo(TAKEN);
  }

  @Test
  void whatIsDeletedIsGoneWithAllItsFilesAndNothingElse() throws IOException {
    deposit();
    new Checked(TAKEN, "").save(folder, STEM);
    Files.writeString(folder.resolve("pumphouse-else"), "stays");
    Removal.delete(found());
    assertThat(folder.toFile().list()).containsExactly("pumphouse-else");
  }

  /** As a power cut leaves it: the manifest has its other name, some files are there. */
  @Test
  void aDeletionThatWasCutOffIsNoBackupAndIsFinishedLater() throws IOException {
    deposit();
    Files.move(folder.resolve(STEM + ".json"), folder.resolve(STEM + ".json.deleting"));
    assertThat(Deposits.in(folder)).isEmpty();
    assertThat(Removal.finish(folder, new Manifest.Origin("us", "other"))).isEmpty();
    assertThat(folder.resolve(STEM + "-ledger.db")).exists();
    assertThat(Removal.finish(folder, OWN))
        .containsExactly(new Removal.Rest("deleted what was left of " + STEM, true));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anAgentIsKnownByAWordThatStays() throws IOException {
    String word = Identity.of(folder);
    assertThat(Identity.of(folder)).isEqualTo(word);
    Files.writeString(folder.resolve("agent-id"), "rubbish");
    assertThatThrownBy(() -> Identity.of(folder)).hasMessageContaining("agent-id is damaged");
  }
}
