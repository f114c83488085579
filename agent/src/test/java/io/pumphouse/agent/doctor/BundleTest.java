package io.pumphouse.agent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are planted wherever an installation has some; none of them is found in the bundle. */
final class BundleTest {
  private static final String PLANTED = "Sesam7Oeffne";

  @TempDir private Path folder;

  @BeforeEach
  void plant() throws IOException {
    write(
        "etc/pumphouse.yaml",
        """
        site: {name: Villa Hemlig}
        publish:
          mqtt: {url: "mqtt://ann:%1$s-a@192.0.2.21:1883", password: %1$s-b}
          influx: {url: "http://192.0.2.20:8086", token-file: %2$s/etc/influx.token}
        # secret: %1$s-c
        """);
    write("etc/influx.token", "%1$s-d\n");
    write("etc/mail.password", "%1$s-e\n");
    write(
        "etc/id_ed25519",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n%1$s-f\n-----END OPENSSH PRIVATE KEY-----\n");
    write(
        "etc/rclone.conf",
        "[cloud]\ntype = webdav\nurl = https://dav.example.net/\nuser = ann\npass = %1$s-g\n[box]\ntype = dropbox\ntoken = {\"access_token\":\"%1$s-n\"}\n");
    write("data/.config/rclone/rclone.conf", "[other]\npass = %1$s-h\n");
    write(
        "data/jobs.yaml",
        """
        jobs:
          - {id: away, type: rclone, destination: "cloud:pumps", rclone-config: %2$s/etc/rclone.conf, ssh-identity: %2$s/etc/id_ed25519}
        """);
    write(
        "data/notices.yaml",
        """
        notices:
          - {id: mail, type: mail, url: "smtps://mail.example.net", user: ann, secret-file: %2$s/etc/mail.password}
          - {id: hook, type: webhook, url: "https://hooks.example.net/%1$s-i/in"}
        """);
    write("data/access.yaml", "users:\n  - {name: ann, hash: '%1$s-j'}\n");
    write("data/tls.key", "-----BEGIN PRIVATE KEY-----\n%1$s-k\n-----END PRIVATE KEY-----\n");
    write(
        "data/runs/7.log",
        "rclone: cannot log in with %1$s-g, %1$s-h or %1$s-e or %1$s-n\ncopied 3 files\n");
    write(
        "data/logs/agent.log",
        "POST https://hooks.example.net/%1$s-i/in: refused\nnot read: %1$s-l\n");
    write("data/log/agent-00000001.log", "link-up house, password=%1$s-o\n");
    write("data/hs_err_pid7.log", "HOOK_TOKEN=%1$s-l\n# SIGSEGV\n");
    write("data/readings.db", "%1$s-m");
  }

  @Test
  void noSecretIsInIt() throws IOException {
    assertThat(parts()).allSatisfy((name, text) -> assertThat(name + text).doesNotContain(PLANTED));
  }

  @Test
  void whatIsNeededIsInIt() throws IOException {
    Map<String, String> parts = parts();
    assertThat(parts.get("doctor.txt")).isEqualTo("All is well.");
    assertThat(parts.get("config/pumphouse.yaml"))
        .contains("Villa Hemlig", "192.0.2.21", "influx.token");
    assertThat(parts.get("data/jobs.yaml")).contains("cloud:pumps");
    assertThat(parts.get("data/runs/7.log")).contains("copied 3 files");
    assertThat(parts.get("data/logs/agent.log")).contains("refused");
    assertThat(parts.get("data/hs_err_pid7.log")).contains("SIGSEGV");
    assertThat(parts.get("agent/line-house.txt")).isEqualTo("answer to line house");
    assertThat(parts.get("journal.txt")).contains("asked");
    assertThat(parts.get("machine/proc/uptime")).isNotBlank();
    assertThat(parts.get("about.txt")).contains("pumphouse 0.1.0", "java 25", "readings.db");
  }

  @Test
  void whatIsNobodysBusinessIsNot() throws IOException {
    assertThat(parts().keySet())
        .noneMatch(name -> name.contains("access") || name.contains("tls") || name.endsWith(".db"));
  }

  /** As the agent makes it, whose user may read no journal: both ways journalctl has to say so. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-- No entries --\n"})
  void whatCouldNotBeReadIsNamedWithWhatIsThereInsteadAndHowToGetIt(String said)
      throws IOException {
    Map<String, String> parts =
        parts(command -> command.getFirst().equals("journalctl") ? said : "is running");

    assertThat(parts).doesNotContainKeys("journal.txt", "kernel.txt").containsKey("service.txt");
    assertThat(parts.get("missing.txt"))
        .contains(
            "journal.txt: ",
            "instead: data/log has what the agent itself noted",
            "to get it: sudo journalctl -u pumphouse -n 2000 --no-pager -o short-iso > journal.txt",
            "to get it: sudo journalctl -k -n 300 --no-pager > kernel.txt")
        .doesNotContain("service.txt");
    assertThat(parts.get("data/log/agent-00000001.log")).contains("link-up house");
  }

  @Test
  void whereNothingIsMissingNothingIsSaidToBe() throws IOException {
    assertThat(parts()).doesNotContainKey("missing.txt");
  }

  private Map<String, String> parts() throws IOException {
    return parts(command -> "asked " + command + " with " + PLANTED + "-l");
  }

  private Map<String, String> parts(Ask ask) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    new Bundle(
            "0.1.0",
            folder.resolve("etc/pumphouse.yaml"),
            folder.resolve("data"),
            List.of(List.of("line", "house")),
            question -> "answer to " + String.join(" ", question),
            ask,
            Map.of("HOOK_TOKEN", PLANTED + "-l", "LANG", "C"))
        .pack(zip, "All is well.");
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream read = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
      for (var entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
        parts.put(entry.getName(), new String(read.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text.formatted(PLANTED, folder));
  }
}
