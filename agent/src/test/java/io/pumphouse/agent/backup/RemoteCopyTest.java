package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies over the loopback to real servers. */
final class RemoteCopyTest {
  @TempDir private Path folder;
  private Workshop shop;
  private Path remote;
  private int port;
  private final List<Process> servers = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
    shop.room.start();
    remote = Files.createDirectories(folder.resolve("remote"));
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    shop.close();
    for (Process server : servers) {
      server.destroy();
      server.waitFor(5, TimeUnit.SECONDS);
    }
  }

  private void serve(String... command) throws Exception {
    Path log = folder.resolve("server.log");
    servers.add(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
    shop.until(this::answers);
  }

  private boolean answers() {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private Path secret(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void serveRsync() throws Exception {
    Path users = secret("users", "me:hunter2\n");
    Path config =
        Files.writeString(
            folder.resolve("rsyncd.conf"),
            """
            use chroot = no
            port = %d
            address = 127.0.0.1
            [copies]
            path = %s
            read only = no
            uid = %s
            auth users = me
            secrets file = %s
            """
                .formatted(port, remote, System.getProperty("user.name"), users));
    serve("rsync", "--daemon", "--no-detach", "--config=" + config);
  }

  private void rsyncJob(String password) throws IOException {
    shop.job(
        "rsync",
        Map.of(
            "destination",
            "rsync://me@127.0.0.1:" + port + "/copies/",
            "password-file",
            secret("password", password + "\n").toString()));
  }

  @Test
  void rsyncCopiesToADaemonAndKeepsItsPasswordToItself() throws Exception {
    Path file = shop.file("a", 200_000);
    serveRsync();
    rsyncJob("hunter2");
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(new RunState.Ended(RunOutcome.SUCCEEDED));
    assertThat(remote.resolve("a")).hasSameBinaryContentAs(file);
    assertThat(shop.data.resolve("runs").resolve(run.log())).content().doesNotContain("hunter2");
  }

  @Test
  void aWrongPasswordIsSaid() throws Exception {
    shop.file("a", 1_000);
    serveRsync();
    rsyncJob("wrong");
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(new RunState.Ended(RunOutcome.FAILED));
    assertThat(run.cause()).isEqualTo("rsync exit 5: the password is wrong");
    assertThat(run.attempts()).isEqualTo(1);
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  void aMachineThatIsOffIsTriedAgainAndThenAFailure() throws Exception {
    shop.file("a", 1_000);
    rsyncJob("hunter2");
    shop.room.jobs().edit("job", Map.of("attempts", "3"));
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(new RunState.Ended(RunOutcome.FAILED));
    assertThat(run.attempts()).isEqualTo(3);
  }

  @Test
  void rcloneCopiesToWebdavAndComparesWhatIsThere() throws Exception {
    Path file = shop.file("a", 200_000);
    serve("rclone", "serve", "webdav", "--addr=127.0.0.1:" + port, remote.toString());
    Path config =
        secret(
            "rclone.conf",
            "[dav]\ntype = webdav\nurl = http://127.0.0.1:" + port + "\nvendor = other\n");
    shop.job("rclone", Map.of("destination", "dav:copies", "rclone-config", config.toString()));
    assertThat(shop.room.runs().testDestination("job")).isInstanceOf(JobAnswer.Done.class);
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(new RunState.Ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(remote.resolve("copies").resolve("a")).hasSameBinaryContentAs(file);
  }
}
