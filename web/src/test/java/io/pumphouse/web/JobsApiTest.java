package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobsApiTest {
  private final RunningServer running =
      new RunningServer(
          new FakeAccess(Accounts.State.CLAIMED),
          new FakeWrites(),
          new WebSettings(
              "127.0.0.1", 0, 2, Duration.ZERO, true, Set.of(), Set.of(), "", new Tls.None()));

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aJobIsToldWithItsSettingsAndItsNewestRun() throws Exception {
    HttpResponse<String> answer = ask("GET", "jobs", "");
    assertThat(answer.body())
        .startsWith("[{\"id\":\"nightly\",\"settings\":{\"type\":\"snapshot\"}")
        .contains("\"next_run\":\"2026-01-10T02:30:00Z\"", "\"run_id\":250", "\"eta_seconds\":6")
        .contains("\"speed_bytes\":null");
    assertThat(ask("GET", "jobs/nightly", "").body()).startsWith("{\"id\":\"nightly\"");
    assertThat(ask("GET", "jobs/other", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | jobs | {\"id\":\"a\",\"type\":\"snapshot\"} | 201 | created a {type=snapshot}",
        "POST | jobs | {\"id\":\"a\"} | 400 | type is missing",
        "PUT | jobs/nightly | {\"jitter\":\"5m\"} | 200 | edited nightly {jitter=5m}",
        "POST | jobs/nightly/duplicate | {\"id\":\"b\"} | 201 | duplicated nightly as b",
        "POST | jobs/nightly/enable | {} | 200 | edited nightly {enabled=yes}",
        "POST | jobs/nightly/disable | {} | 200 | edited nightly {enabled=no}",
        "POST | jobs/nightly/start | {} | 200 | started nightly for owner",
        "POST | jobs/nightly/pause | {} | 200 | paused nightly",
        "POST | jobs/nightly/resume | {} | 200 | resumed nightly",
        "POST | jobs/nightly/cancel | {} | 200 | cancelled nightly",
        "POST | jobs/nightly/dry-run | {} | 200 | would copy 5 bytes",
        "POST | jobs/nightly/test-destination | {} | 200 | the destination answers",
        "POST | jobs/nightly/retention-preview | {} | 200 | last 2 of 3",
        "GET | media | '' | 200 | \"free\":40,\"backups\":[{\"id\":\"nightly.pumphouse-1\"",
        "GET | backups | '' | 200 | [{\"id\":\"nightly.pumphouse-1\"",
        "POST | media/nightly/eject | {} | 200 | owner ejected nightly",
        "POST | backups/nightly.pumphouse-1/verify | {} | 200 | verified nightly.pumphouse-1",
        "POST | backups/nightly.pumphouse-1/restore | {} | 200 | restores nightly.pumphouse-1",
        "GET | restore | '' | 200 | \"waiting\":\"\",\"taken\":null",
        "DELETE | restore | {} | 200 | withdrawn",
        "DELETE | backups/nightly.pumphouse-1 | {} | 409 | the last good one; force it",
        "DELETE | backups/nightly.pumphouse-1?force=yes | {} | 200 | owner deleted",
        "GET | backups/nightly.other | '' | 404 | there is no whole backup",
        "POST | notices/test | {} | 200 | [\"phone took it\",\"mail did not; look\"]",
        "POST | jobs/other/start | {} | 404 | there is no job",
        "DELETE | jobs/nightly | {} | 409 | nightly is running; cancel it first",
        "POST | recovery | {} | 200 | resumed [7, 9] for owner",
        "POST | recovery | {\"resume\":\"9, 8\"} | 200 | resumed [9] for owner",
        "POST | recovery | {\"resume\":[9,8]} | 200 | resumed [9] for owner",
        "POST | recovery | {\"resume\":[[9]]} | 400 | no text and no number",
        "DELETE | recovery | {} | 200 | dismissed [7, 9]"
      })
  void everyVerbDoesWhatItSays(String method, String path, String body, int status, String said)
      throws Exception {
    HttpResponse<String> answer = ask(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void aBackupIsSentAsAnArchive(@TempDir Path folder) throws Exception {
    running.backups.files.add(Files.writeString(folder.resolve("a.db"), "content"));
    HttpResponse<String> answer = ask("GET", "backups/nightly.pumphouse-1", "");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"nightly.pumphouse-1.zip\"");
    assertThat(answer.body()).startsWith("PK").contains("a.db");
  }

  @Test
  void aBackupThatCannotBeReadToItsEndIsNoWholeArchive(@TempDir Path folder) throws Exception {
    byte[] much = new byte[300_000];
    new Random(1).nextBytes(much);
    running.backups.files.add(Files.write(folder.resolve("a.db"), much));
    running.backups.files.add(folder); // opens, and fails at the first read
    assertThatThrownBy(() -> ask("GET", "backups/nightly.pumphouse-1", ""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void runsComeInPages() throws Exception {
    HttpResponse<String> first = ask("GET", "jobs/nightly/runs", "");
    assertThat(first.body()).startsWith("[{\"run_id\":250,").contains("\"run_id\":151,");
    assertThat(first.headers().firstValue("Link"))
        .contains("<?limit=100&before=151>; rel=\"next\"");
    HttpResponse<String> last = ask("GET", "runs?limit=100&before=51", "");
    assertThat(last.body()).startsWith("[{\"run_id\":50,").contains("\"run_id\":1,");
    assertThat(last.headers().firstValue("Link")).isEmpty();
    assertThat(ask("GET", "runs?limit=1001", "").statusCode()).isEqualTo(400);
  }

  @Test
  void aRunAndItsLogAreFoundByTheirNumber() throws Exception {
    assertThat(ask("GET", "runs/12", "").body()).startsWith("{\"run_id\":12,");
    assertThat(ask("GET", "runs/999", "").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "runs/x", "").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "runs/12/log", "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> ask(String method, String path, String body) throws Exception {
    return running.send(
        HttpRequest.newBuilder(running.uri("http", "/api/v1/" + path))
            .header("Authorization", "Bearer owner-token")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
