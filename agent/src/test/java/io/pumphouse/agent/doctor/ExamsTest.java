package io.pumphouse.agent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.web.model.Doctor.Grade;
import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.JobTool;
import io.pumphouse.web.model.Soundness.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each exam on a folder of its own; whatever is not well comes with a next step. */
final class ExamsTest {
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  @TempDir private Path folder;
  private final ConfigFile reader = new ConfigFile(MapShelf::beside, ZoneId.of("UTC"));

  @Test
  void aWrongConfigurationIsToldByItsFirstProblem() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "pumps: []\nwebb: {}\n");
    Sign sign = only(new ConfigExam(reader, file));
    assertThat(sign.grade()).isEqualTo(Grade.BAD);
    assertThat(sign.cause()).contains("c.yaml");
    assertThat(sign.next()).contains("check-config");
  }

  @Test
  void aRightConfigurationIsWell() throws IOException {
    assertThat(only(new ConfigExam(reader, config("/dev/ttyUSB0"))).grade()).isEqualTo(Grade.WELL);
  }

  @Test
  void aPortThatIsNotThereIsToldWithThoseThatAre() throws IOException {
    Path other = folder.resolve("dev/serial/by-id/usb-FTDI-if00");
    Files.createDirectories(other.resolveSibling("."));
    Files.createFile(other);
    Sign sign = only(ports(config("/dev/no-such-port"), ""));
    assertThat(sign.name()).isEqualTo("port /dev/no-such-port");
    assertThat(sign.grade()).isEqualTo(Grade.BAD);
    assertThat(sign.cause()).contains("no such port", other.toString());
  }

  @Test
  void aPortOfAGroupThatTheAgentIsNotInIsBad() throws IOException {
    Path port = port("rw-rw----");
    String group = Files.readAttributes(port, PosixFileAttributes.class).group().getName();
    Sign sign = only(ports(config(port.toString()), group + ":x:20:ann\n"));
    assertThat(sign.grade()).isEqualTo(Grade.BAD);
    assertThat(sign.next()).contains("usermod -aG " + group + " pumphouse");

    assertThat(only(ports(config(port.toString()), group + ":x:20:ann,pumphouse\n")).grade())
        .isEqualTo(Grade.WELL);
  }

  @Test
  void aPortThatIsNotForItsGroupIsBad() throws IOException {
    Path port = port("rw-------");
    assertThat(only(ports(config(port.toString()), "")).next()).contains("udevadm info");
  }

  @ParameterizedTest
  @CsvSource({
    "WELL, 'LoadState=loaded,ActiveState=active,UnitFileState=enabled,NRestarts=0', runs since",
    "LOOK, 'LoadState=loaded,ActiveState=active,UnitFileState=enabled,NRestarts=3', 3 times",
    "LOOK, 'LoadState=loaded,ActiveState=active,UnitFileState=disabled,NRestarts=0', not started when",
    "LOOK, 'LoadState=not-found,ActiveState=inactive', not installed",
    "BAD, 'LoadState=loaded,ActiveState=inactive,SubState=dead', inactive (dead)",
    "BAD, 'LoadState=loaded,ActiveState=failed,Result=exit-code,ExecMainStatus=78', status 78",
    "BAD, 'LoadState=loaded,ActiveState=activating,SubState=auto-restart,NRestarts=9,Result=watchdog', 9 times",
    "WELL, '', no systemd",
  })
  void theServiceIsAsSystemdSays(Grade grade, String said, String words) {
    Sign sign = only(new ServiceExam(_ -> said.replace(',', '\n')));
    assertThat(sign.grade()).isEqualTo(grade);
    assertThat(sign.cause()).contains(words);
    assertThat(sign.next().isEmpty()).isEqualTo(grade == Grade.WELL);
  }

  @Test
  void aWrongConfigurationIsNotCuredByTheJournal() {
    String said = "LoadState=loaded\nActiveState=failed\nExecMainStatus=78";
    assertThat(only(new ServiceExam(_ -> said)).next()).contains("check-config");
  }

  @Test
  void aCrashOfTheJvmIsFoundByItsNote() throws IOException {
    Files.createFile(folder.resolve("hs_err_pid77.log"));
    assertThat(only(new CrashExam(folder, List::of)).cause()).contains("hs_err_pid77.log");
  }

  @Test
  void anEndWithoutAWordIsTold() {
    Happening started = new Happening(NOON, "agent-started", "", "0.1.0");
    Happening stopped = new Happening(NOON, "agent-stopped", "", "0.1.0");
    assertThat(only(new CrashExam(folder, () -> List.of(started, started))).grade())
        .isEqualTo(Grade.LOOK);
    assertThat(only(new CrashExam(folder, () -> List.of(started, stopped))).grade())
        .isEqualTo(Grade.WELL);
  }

  @Test
  void aToolIsMissedByThoseWhoNeedIt() throws IOException {
    ToolExam exam =
        new ToolExam(
            () -> List.of(new JobTool("rclone", "", "", "1.63", "rclone is not installed")),
            folder.resolve("jobs.yaml"));
    assertThat(only(exam).grade()).isEqualTo(Grade.WELL);
    Files.writeString(folder.resolve("jobs.yaml"), "jobs:\n  - {id: away, type: rclone}\n");
    assertThat(only(exam).grade()).isEqualTo(Grade.LOOK);
  }

  @Test
  void accountsThatOthersCanReadAreBad() throws IOException {
    Path accounts = Files.createFile(folder.resolve("access.yaml"));
    Files.setPosixFilePermissions(accounts, PosixFilePermissions.fromString("rw-r--r--"));
    List<Sign> signs = new FolderExam(folder).signs();
    assertThat(signs).extracting(Sign::grade).containsExactly(Grade.WELL, Grade.BAD);
    assertThat(signs.getLast().next()).isEqualTo("sudo chmod 600 " + accounts);
  }

  @Test
  void damageIsBadAndNoFileYetIsNot() throws IOException {
    Files.createFile(folder.resolve("readings.db"));
    List<Sign> signs =
        new StoreExam(folder, 4, _ -> new Result.Damaged(List.of("row 7 missing"))).signs();
    assertThat(signs).extracting(Sign::grade).containsExactly(Grade.BAD, Grade.LOOK);
    assertThat(signs.getFirst().cause()).isEqualTo("row 7 missing");
  }

  @Test
  void aLargeFileIsNotReadThroughInPassing() throws IOException {
    Files.writeString(folder.resolve("readings.db"), "large");
    Sign sign = new StoreExam(folder, 4, _ -> new Result.Damaged(List.of("x"))).signs().getFirst();
    assertThat(sign.grade()).isEqualTo(Grade.WELL);
    assertThat(sign.cause()).contains("not read through");
  }

  @Test
  void littleMemoryIsToldAndJavaIsKnown() throws IOException {
    Files.writeString(
        folder.resolve("meminfo"), "MemTotal:         948000 kB\nMemAvailable:      40000 kB\n");
    List<Sign> signs = new MachineExam(folder, Runtime.version()).signs();
    assertThat(signs.getFirst().grade()).isEqualTo(Grade.LOOK);
    assertThat(signs.getFirst().cause()).startsWith("39 MiB available of 925");
    assertThat(signs.getLast().cause()).startsWith("25");
  }

  @ParameterizedTest
  @CsvSource({
    "25.0.2+10, LOOK, a thread of it may stand still for ever",
    "25.0.3+9, WELL, 25.0.3+9",
    "26+1, WELL, 26+1",
    "21.0.9+10, BAD, 21.0.9"
  })
  void aJavaWhoseThreadsMayHangIsTold(String version, Grade grade, String cause) {
    Sign java = new MachineExam(folder, Runtime.Version.parse(version)).signs().getLast();
    assertThat(java.grade()).isEqualTo(grade);
    assertThat(java.cause()).contains(cause);
  }

  @Test
  void withoutPumpOrStoreNothingIsMeasuredAndTheRestCanWait() {
    Health.Report report =
        new Health.Report(
            true,
            List.of(
                Check.degraded("pump house", "no answer", "look at the cable"),
                Check.degraded("clock", "not set", "connect the network"),
                Check.well("store", "last commit 3 s ago")));
    assertThat(new BoardExam(() -> report).signs())
        .extracting(Sign::grade)
        .containsExactly(Grade.BAD, Grade.LOOK, Grade.WELL);
  }

  @Test
  void theWorstSignIsTheExitCode() {
    Sign well = Sign.well("a", "fine");
    Sign look = Sign.look("bb", "worn", "buy a new one");
    assertThat(new Report(List.of(well)).exitCode()).isZero();
    assertThat(new Report(List.of(look, well)).exitCode()).isEqualTo(1);
    assertThat(new Report(List.of(look, Sign.bad("c", "x", "y"))).exitCode()).isEqualTo(2);
    assertThat(new Report(List.of(well, look)).text())
        .isEqualTo(
            """
            well  a   fine
            LOOK  bb  worn
                      -> buy a new one

            0 bad, 1 to look at, 1 well.
            """);
  }

  @Test
  void aBugInOneExamHidesNoOther() {
    HouseDoctor doctor =
        new HouseDoctor(
            List.of(
                () -> {
                  throw new IllegalStateException("planted");
                },
                () -> List.of(Sign.well("clock", "right"))),
            new Bundle("0.1.0", folder, folder, List.of(), _ -> "", _ -> "", Map.of()));
    assertThat(doctor.examine()).extracting(Sign::name).containsExactly("doctor", "clock");
  }

  private static Sign only(Exam exam) {
    assertThat(exam.signs()).hasSize(1);
    return exam.signs().getFirst();
  }

  private PortExam ports(Path config, String groups) throws IOException {
    Path file = Files.writeString(folder.resolve("group"), groups);
    return new PortExam(reader, config, file, folder.resolve("dev"));
  }

  private Path port(String mode) throws IOException {
    Path port = Files.createFile(folder.resolve("ttyUSB0"));
    return Files.setPosixFilePermissions(port, PosixFilePermissions.fromString(mode));
  }

  private Path config(String port) throws IOException {
    return Files.writeString(
        folder.resolve("pumphouse.yaml"),
        "pumps:\n  - {id: house, model: nibe-f1255, line: {serial: %s}}\n".formatted(port));
  }
}
