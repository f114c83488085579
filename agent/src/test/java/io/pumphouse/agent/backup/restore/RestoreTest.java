package io.pumphouse.agent.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real database on a medium, and what stands in the way of having it back. */
final class RestoreTest {
  private static final Instant TAKEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final String STEM = "pumphouse-20260101T000000Z-1";
  private static final Restore.Result READY = new Restore.Result.Ready();
  private static final String JOBS = "jobs:\n  - {id: own, type: snapshot, destination: /m}\n";
  private static final String SETTINGS = "language: sv\n";
  private static final Manifest.Aside ASIDE = new Manifest.Aside(Instant.EPOCH, -1);

  @TempDir private Path folder;
  private Path data;
  private Path medium;

  @BeforeEach
  void deposit() throws IOException {
    data = folder.resolve("data");
    medium = Files.createDirectory(folder.resolve("medium"));
    Path copy = medium.resolve(STEM + "-ledger.db");
    SystemTime time = new SystemTime();
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot", time)) {
      ledger.start();
      if (ledger.copyTo(copy) instanceof Outcome.Done<Contents>(var contents)) {
        write(copy, contents);
      }
    }
  }

  private void write(Path copy, Contents contents) throws IOException {
    String name = copy.getFileName().toString();
    Manifest.Entry entry =
        new Manifest.Entry(name, "ledger.db", Files.size(copy), Disk.sha256(copy), contents);
    Manifest.Origin origin = new Manifest.Origin("3b1f0000-0000-4000-8000-000000000000", "own");
    Manifest manifest = new Manifest(origin, TAKEN, true, List.of(entry), JOBS, SETTINGS, ASIDE);
    Files.writeString(medium.resolve(STEM + ".json"), manifest.text());
  }

  private Deposit found() throws IOException {
    return Deposits.of(medium, STEM).orElseThrow();
  }

  private Restore restore(long version) {
    return new Restore(data, Map.of("ledger.db", version), new SystemTime());
  }

  private Restore.Result prepared() throws IOException, InterruptedException {
    return restore(Ledger.version()).prepare(found(), new Willing());
  }

  /** Never stops it. */
  private static final class Willing implements SideCopy.Ear {
    @Override
    public boolean isWanted() {
      return true;
    }

    @Override
    public void copied(long bytes) {}
  }

  @Test
  void onAFreshMachineTheFileIsThereWithIdentityJobsAndSettings() throws Exception {
    assertThat(prepared()).isEqualTo(READY);
    assertThat(data.resolve("ledger.db")).doesNotExist();
    new Swap(data).finish();
    assertThat(data.resolve("ledger.db"))
        .hasSameBinaryContentAs(medium.resolve(STEM + "-ledger.db"));
    assertThat(data.resolve("agent-id")).content().startsWith("3b1f0000-");
    assertThat(data.resolve("jobs.yaml")).hasContent(JOBS);
    assertThat(data.resolve("settings.yaml")).hasContent(SETTINGS);
  }

  @Test
  void jobsAndSettingsThatAreThereStay() throws Exception {
    Files.createDirectories(data);
    Files.writeString(data.resolve("jobs.yaml"), "# of today");
    Files.writeString(data.resolve("settings.yaml"), "attempts: 5");
    prepared();
    new Swap(data).finish();
    assertThat(data.resolve("jobs.yaml")).hasContent("# of today");
    assertThat(data.resolve("settings.yaml")).hasContent("attempts: 5");
  }

  @Test
  void whatIsReadyIsNotReplacedButCanBeWithdrawn() throws Exception {
    prepared();
    assertThat(prepared()).asString().contains("another backup is ready", "--withdraw");
    assertThat(restore(1).withdraw()).isEqualTo(Restore.Withdrawal.WITHDRAWN);
    assertThat(restore(1).withdraw()).isEqualTo(Restore.Withdrawal.NOTHING_READY);
    assertThat(new Swap(data).finish()).isEmpty();
    assertThat(data.resolve("ledger.db")).doesNotExist();
  }

  @Test
  void whatIsHalfInPlaceIsNotWithdrawn() throws Exception {
    prepared();
    String before = Files.readAllLines(data.resolve("restore/ready/plan")).getFirst();
    Files.createDirectory(data.resolve(before));
    assertThat(restore(1).withdraw()).isEqualTo(Restore.Withdrawal.UNDER_WAY);
    new Swap(data).finish();
    assertThat(data.resolve("ledger.db")).exists();
  }

  @Test
  void whatRootPreparesBelongsToTheAgent() throws Exception {
    Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root gives away");
    Files.createDirectories(data);
    UserPrincipal nobody =
        data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(data, nobody);
    prepared();
    assertThat(Files.getOwner(data.resolve("restore"))).isEqualTo(nobody);
    assertThat(Files.getOwner(data.resolve("restore/ready"))).isEqualTo(nobody);
    assertThat(Files.getOwner(data.resolve("restore/ready/ledger.db"))).isEqualTo(nobody);
    new Swap(data).finish();
    assertThat(Files.getOwner(data.resolve("restore/done"))).isEqualTo(nobody);
    assertThat(Files.getOwner(data.resolve("ledger.db"))).isEqualTo(nobody);
  }

  @Test
  void whatANewerAgentWroteIsRefusedBeforeAnythingIsCopied() throws Exception {
    assertThat(restore(1).prepare(found(), new Willing()))
        .asString()
        .contains("this agent knows 1", "install a newer agent");
    assertThat(data).doesNotExist();
  }

  @Test
  void aByteThatChangedOnTheMediumIsFound() throws Exception {
    Path file = medium.resolve(STEM + "-ledger.db");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(prepared()).asString().contains("reads back differently");
    assertThat(data.resolve("restore/part")).doesNotExist();
    assertThat(new Swap(data).finish()).isEmpty();
  }

  /** A manifest whose hash fits, over a file that is no database any more. */
  @Test
  void aFileThatFitsItsManifestButDoesNotOpenIsFound() throws Exception {
    Path file = medium.resolve(STEM + "-ledger.db");
    Contents contents = found().manifest().entries().getFirst().contents();
    Files.writeString(file, "no database");
    write(file, contents);
    assertThat(prepared()).isInstanceOf(Restore.Result.Refused.class);
    assertThat(new Swap(data).finish()).isEmpty();
  }

  @Test
  void rowsThatAreMissingAreFound() throws Exception {
    Contents contents = found().manifest().entries().getFirst().contents();
    var more = new java.util.TreeMap<>(contents.rows());
    more.merge("event", 5L, Long::sum);
    write(
        medium.resolve(STEM + "-ledger.db"),
        new Contents(contents.application(), contents.version(), more));
    assertThat(prepared()).asString().contains("instead of");
  }
}
