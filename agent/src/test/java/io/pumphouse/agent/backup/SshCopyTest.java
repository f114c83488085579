package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies over ssh, to a real sshd on the loopback with keys of its own. */
final class SshCopyTest {
  @TempDir private Path folder;
  private Workshop shop;
  private Loopback loopback;
  private Path remote;

  @BeforeEach
  void open() throws Exception {
    shop = new Workshop(folder);
    shop.room.start();
    loopback = new Loopback(folder);
    remote = Files.createDirectories(folder.resolve("remote"));
  }

  @AfterEach
  void close() throws Exception {
    shop.close();
    loopback.close();
  }

  private String key(String name) throws Exception {
    Path file = folder.resolve(name);
    Loopback.said("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString());
    return Files.readString(Path.of(file + ".pub")).strip();
  }

  private void serveSsh(String knownKey) throws Exception {
    String host = key("host");
    Files.writeString(folder.resolve("authorized"), key("identity") + "\n");
    String known = knownKey.isEmpty() ? host : knownKey;
    Files.writeString(folder.resolve("known"), "[127.0.0.1]:" + loopback.port + " " + known + "\n");
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd")); // sshd(8) wants it, and packages make it
    }
    Path config =
        Files.writeString(
            folder.resolve("sshd_config"),
            """
            Port %d
            ListenAddress 127.0.0.1
            HostKey %s
            AuthorizedKeysFile %s
            PidFile none
            StrictModes no
            PermitRootLogin yes
            PasswordAuthentication no
            UsePAM no
            """
                .formatted(loopback.port, folder.resolve("host"), folder.resolve("authorized")));
    loopback.serve("/usr/sbin/sshd", "-D", "-e", "-f", config.toString());
    shop.until(loopback::answers);
  }

  private void sshJob(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("destination", System.getProperty("user.name") + "@127.0.0.1:" + remote);
    settings.put("ssh-port", "" + loopback.port);
    settings.put("ssh-identity", folder.resolve("identity").toString());
    settings.put("ssh-known-hosts", folder.resolve("known").toString());
    shop.job("rsync", settings);
  }

  @Test
  void rsyncCopiesOverSshAndComparesWhatIsThere() throws Exception {
    Path file = shop.file("a b", 300_000);
    serveSsh("");
    sshJob(Map.of("verify", "yes"));
    assertThat(shop.room.runs().testDestination("job")).isInstanceOf(JobAnswer.Done.class);
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(remote.resolve("a b")).hasSameBinaryContentAs(file);
  }

  @Test
  void anotherMachineInItsPlaceGetsNothing() throws Exception {
    shop.file("a", 1_000);
    serveSsh(key("other"));
    sshJob(Map.of());
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(run.cause()).contains("the key of the other machine is not the known one");
    assertThat(run.attempts()).isEqualTo(1);
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  void aKeyThatOthersCanReadIsNotUsed() throws Exception {
    shop.file("a", 1_000);
    serveSsh("");
    Files.setPosixFilePermissions(
        folder.resolve("identity"), PosixFilePermissions.fromString("rw-r--r--"));
    sshJob(Map.of());
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(run.next()).startsWith("sudo chmod 600 ");
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  void aTransferThatIsPausedGoesOnWithThePartThatIsThere() throws Exception {
    Path file = shop.file("big", 6 << 20);
    serveSsh("");
    sshJob(Map.of("bandwidth", "1024 KiB/s"));
    shop.start();
    shop.copied(1 << 20);
    shop.room.runs().pause("job");
    assertThat(shop.paused().state()).isEqualTo(new RunState.Paused());
    assertThat(remote.resolve("big")).doesNotExist();
    assertThat(remote.resolve(".rsync-partial/big")).exists();
    shop.room.jobs().edit("job", Map.of("bandwidth", ""));
    shop.room.runs().resume("job");
    assertThat(shop.end().state()).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(remote.resolve("big")).hasSameBinaryContentAs(file);
  }

  @Test
  void rcloneCopiesBySftp() throws Exception {
    Path file = shop.file("a", 200_000);
    loopback.serve(
        "rclone",
        "serve",
        "sftp",
        "--addr=127.0.0.1:" + loopback.port,
        "--user=me",
        "--pass=hunter2",
        remote.toString());
    shop.until(loopback::answers);
    Path config =
        loopback.secret(
            "rclone.conf",
            "[box]\ntype = sftp\nhost = 127.0.0.1\nport = %d\nuser = me\npass = %s\n"
                .formatted(loopback.port, Loopback.said("rclone", "obscure", "hunter2")));
    shop.job("rclone", Map.of("destination", "box:copies", "rclone-config", config.toString()));
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(remote.resolve("copies/a")).hasSameBinaryContentAs(file);
  }
}
