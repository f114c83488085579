package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.JobsLoaded;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobShelfTest {
  private static final Map<String, String> RSYNC =
      Map.of("type", "rsync", "source", "/srv/pictures", "destination", "/media/stick/pictures");

  @TempDir private Path data;
  private Path file;
  private JobShelf shelf;

  @BeforeEach
  void openShelf() {
    file = data.resolve("jobs.yaml");
    shelf = new JobShelf(file, new JobChecks(data));
  }

  @Test
  void withoutAFileThereAreNoJobs() {
    assertThat(shelf.read()).isEqualTo(JobsLoaded.NONE);
  }

  @Test
  void whatIsSavedIsReadBack() {
    shelf.put(
        "pictures",
        Map.of(
            "type",
            "rsync",
            "source",
            "/srv/a \"b\" \\c",
            "destination",
            "host:copies",
            "schedule",
            "every 36h",
            "bandwidth",
            "512 KiB/s",
            "flags",
            "--checksum --exclude=*.tmp",
            "enabled",
            "no"));
    BackupJob job = shelf.jobs().getFirst();
    assertThat(((JobType.Rsync) job.type()).source()).isEqualTo("/srv/a \"b\" \\c");
    assertThat(((JobType.Rsync) job.type()).how().flags()).hasSize(2);
    assertThat(job.timing()).isEqualTo(new JobTiming.Every(java.time.Duration.ofHours(36)));
    assertThat(job.bandwidth()).isEqualTo(Bandwidth.always(512 * 1024));
    shelf.put("pictures", JobText.settings(job));
    assertThat(shelf.jobs()).containsExactly(job);
  }

  @Test
  void whatASnapshotKeepsIsReadBack() {
    shelf.put(
        "own",
        Map.of(
            "type", "snapshot", "destination", "/media/a", "keep-last", "2", "keep-hourly", "24"));
    assertThat(shelf.jobs().getFirst().keep()).isEqualTo(Map.of("last", 2, "hourly", 24));
    assertThat(JobText.settings(shelf.jobs().getFirst())).containsEntry("keep-hourly", "24");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "snapshot | keep-last | 1 | the only one left",
        "snapshot | keep-daily | 0 | from 1 to 9999",
        "snapshot | keep-daily | 10000 | from 1 to 9999",
        "snapshot | keep-dayly | 7 | keep-daily",
        "rsync | keep-daily | 7 | this job has one copy"
      })
  void whatWouldKeepTooLittleIsRefused(String type, String key, String value, String said) {
    Map<String, String> settings =
        new java.util.TreeMap<>(Map.of("type", type, "destination", "/media/a", key, value));
    if (type.equals("rsync")) {
      settings.put("source", "/srv");
    }
    assertThat(shelf.put("own", settings)).asString().contains("Refused", key, said);
    assertThat(file).doesNotExist();
  }

  @Test
  void theFileBeforeAChangeIsKept() throws IOException {
    shelf.put("one", RSYNC);
    String before = Files.readString(file);
    shelf.put("two", RSYNC);
    assertThat(data.resolve("jobs.yaml.previous")).hasContent(before);
  }

  @Test
  void theLastJobCanBeDeleted() {
    shelf.put("one", RSYNC);
    assertThat(shelf.remove("one")).isInstanceOf(Done.class);
    assertThat(shelf.read()).isEqualTo(JobsLoaded.NONE);
  }

  @Test
  void aFileThatAPersonIsAtWorkOnIsNotOverwritten() throws IOException {
    Files.writeString(file, "jobs:\n  - {id: one, tpye: rsync}\n");
    assertThat(shelf.put("two", RSYNC)).isInstanceOf(Refused.class);
    assertThat(file).content().contains("tpye");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source | -e sh | hyphen",
        "source | relative/path | absolute path",
        "destination | /srv/pictures/inside | contains the other",
        "flags | --rsh=sh | --rsh=sh",
        "flags | --size-only | --size-only",
        "schedule | sometimes | on-demand",
        "bandwidth | 512 | KiB/s",
        "bandwith | 512 KiB/s | bandwidth",
        "ssh-identity | /a b | without blanks"
      })
  void whatDoesNotFitIsRefusedAndNothingSaved(String key, String value, String said) {
    Map<String, String> settings = new TreeMap<>(RSYNC);
    settings.put(key, value);
    assertThat(shelf.put("one", settings)).asString().contains("Refused").contains(said);
    assertThat(file).doesNotExist();
  }

  @Test
  void noToolIsLetNearTheAgentsOwnDatabases() {
    Map<String, String> settings = new TreeMap<>(RSYNC);
    settings.put("source", data.toString());
    assertThat(shelf.put("one", settings)).asString().contains("own databases");
  }

  @Test
  void jobsOfThePredecessorAreRead() throws IOException {
    Files.writeString(
        file,
        """
        jobs:
        - id: 5f0c7a4e-3c1c-4c77-9d3f-0a1b2c3d4e5f
          name: My Photos
          source: /srv/photos
          dest: gdrive:photos
          type: rclone
          status: completed
          progress:
            bytes_transferred: 12
            deletion:
              enabled: false
          settings:
            bandwidth_limit: 500
            delete_source_after: false
          created_at: '2024-01-01T00:00:00'
          updated_at: '2024-01-01T00:00:00'
          version: 3
        """);
    BackupJob job = shelf.jobs().getFirst();
    assertThat(job.id()).isEqualTo("my-photos");
    assertThat(job.bandwidth()).isEqualTo(Bandwidth.always(500 * 1024));
    assertThat(job.timing()).isEqualTo(new JobTiming.OnDemand());
    assertThat(job.type().destination()).isEqualTo("gdrive:photos");
  }
}
