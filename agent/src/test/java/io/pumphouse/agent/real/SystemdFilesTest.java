package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is installed for systemd, judged by systemd's own tools. They need not run as the first
 * process, only be there.
 */
final class SystemdFilesTest {
  private static final Path SHIPPED = Path.of("..", "systemd");

  /** Every line of rules is words like {@code KEY=="value"}, parted by commas, or a comment. */
  private static final Pattern RULE =
      Pattern.compile(
          "(#.*)?|(WORD)(, (WORD))*".replace("WORD", "[A-Z_]+(\\{\\w+})?[!=+:-]?=\"[^\"]*\""));

  @TempDir private Path folder;

  @BeforeEach
  void haveTools() {
    Tools.require("systemd-analyze", "systemd-sysusers", "systemd-tmpfiles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pumphouse.service", "pumphouse-gadget.service"})
  void verifyFindsNothingToSay(String unit) throws IOException, InterruptedException {
    Path staged = staged(unit);
    // Its exit code says nothing of unknown keys and wrong values: only a silent tool is content.
    assertThat(said("systemd-analyze", "verify", "--recursive-errors=no", staged.toString()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pumphouse.service", "pumphouse-gadget.service"})
  void exposureIsTwoAtMost(String unit) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "systemd-analyze",
            "security",
            "--no-pager",
            "--offline=true",
            "--threshold=20",
            staged(unit).toString());
    try (Child analyze = new Child(Map.of(), command)) {
      String table = analyze.output();
      assertThat(analyze.exitCode()).as(table).isZero();
    }
  }

  @Test
  void theUserAndItsGroupsAndFoldersAreMade() throws IOException, InterruptedException {
    assumeThat(System.getProperty("user.name")).as("only root makes users").isEqualTo("root");
    Files.createDirectories(folder.resolve("etc"));

    assertThat(said("systemd-sysusers", "--root=" + folder, shipped("pumphouse.sysusers")))
        .doesNotContain("rror", "ailed");
    assertThat(tmpfiles()).isEmpty();

    assertThat(folder.resolve("etc/passwd"))
        .content()
        .contains("pumphouse:", "/var/lib/pumphouse:/usr/sbin/nologin");
    assertThat(folder.resolve("etc/group"))
        .content()
        .containsPattern("(?m)^dialout:.*:pumphouse$")
        .containsPattern("(?m)^gpio:.*:pumphouse$");
    assertThat(folder.resolve("etc/pumphouse/maps")).isDirectory();
    assertThat(mode(folder.resolve("var/lib/pumphouse"))).isEqualTo("rwxr-x---");
  }

  @Test
  void accountsThatWereCopiedByHandAreClosedAgain() throws IOException, InterruptedException {
    assumeThat(System.getProperty("user.name")).as("only root makes users").isEqualTo("root");
    Files.createDirectories(folder.resolve("etc"));
    said("systemd-sysusers", "--root=" + folder, shipped("pumphouse.sysusers"));
    tmpfiles();
    Path data = folder.resolve("var/lib/pumphouse");
    Path accounts = Files.createFile(data.resolve("access.yaml"));
    Files.setAttribute(accounts, "unix:uid", Files.getAttribute(data, "unix:uid"));

    assertThat(tmpfiles()).isEmpty();

    assertThat(mode(accounts)).isEqualTo("rw-------");
  }

  private String tmpfiles() throws InterruptedException {
    return said("systemd-tmpfiles", "--create", "--root=" + folder, shipped("pumphouse.tmpfiles"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** {@code udevadm verify} came with systemd 254; before that nothing reads a rule but udev. */
  @Test
  void udevRulesAreRules() throws IOException, InterruptedException {
    assertThat(Files.readAllLines(SHIPPED.resolve("pumphouse.udev.rules")))
        .allMatch(line -> RULE.matcher(line).matches());
    if (Tools.isThere("udevadm") && said("udevadm", "--help").contains("verify")) {
      assertThat(said("udevadm", "verify", "--no-summary", shipped("pumphouse.udev.rules")))
          .isEmpty();
    }
  }

  @Test
  void theGadgetIsMadeOnceAndTakenDownInTheKernelsOrder() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("sys/class/udc/fe980000.usb"));
    Path gadget = folder.resolve("sys/kernel/config/usb_gadget/pumphouse");
    Files.createDirectories(gadget.getParent());

    assertThat(gadget("start")).isEmpty();
    assertThat(gadget("start")).isEmpty();

    assertThat(gadget.resolve("UDC")).hasContent("fe980000.usb");
    assertThat(gadget.resolve("configs/c.1/acm.usb0")).isSymbolicLink();
    assertThat(gadget.resolve("strings/0x409/product")).hasContent("Pumphouse console");
    assertThat(gadget("--dry-run", "stop"))
        .containsSubsequence("put UDC", "rm -f", "acm.usb0", "rmdir", "configs/c.1", "functions");
  }

  @Test
  void aMachineThatCannotPlayTheDeviceIsToldWhatToDo() throws InterruptedException {
    assertThat(gadget("start")).contains("no USB controller", "dtoverlay=dwc2");
  }

  private String gadget(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(shipped("pumphouse-gadget"), "--root", folder.toString()));
    command.addAll(List.of(words));
    return said(command.toArray(String[]::new));
  }

  /** With programs in place of those that are not installed here. */
  private Path staged(String unit) throws IOException {
    Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    String text =
        Files.readString(SHIPPED.resolve(unit))
            .replaceAll(
                "(?m)^(Exec\\w+=-?)/usr/(bin|lib/pumphouse)/pumphouse(-gadget)?", "$1" + program);
    return Files.writeString(folder.resolve(unit), text);
  }

  private static String shipped(String file) {
    return SHIPPED.resolve(file).toAbsolutePath().normalize().toString();
  }

  private static String said(String... command) throws InterruptedException {
    try (Child child = new Child(Map.of("LC_ALL", "C"), List.of(command))) {
      return child.output();
    }
  }
}
