package io.pumphouse.agent;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Commands of the documents that cannot be tried where the tests run, and where they are. */
enum Elsewhere {
  BUILD("scripts/(test|build).*", "it is what runs this test"),
  DEMO("scripts/demo.*", "it does not end by itself; DemoTest starts it"),
  PACKAGE("scripts/(package|try-package|reproduce).*", "takes minutes; .ci/run tries the package"),
  FORMAT("JAVA_HOME=.* mvn spotless:.*", "changes the sources; scripts/test checks the format"),
  BENCH("scripts/bench.*", "takes about six hours; each subject says what it measured"),
  INSTALL(
      "sudo (apt|dpkg|PUMPHOUSE_DOWNGRADE=yes dpkg) .*|sudo scripts/install",
      "changes the machine; scripts/try-package does it in a Debian of its own"),
  ROLLBACK(
      "sudo pumphouse-rollback.*",
      "takes an upgraded machine; scripts/try-package goes back on one"),
  SERVICE(
      "(sudo )?(systemctl|journalctl|udevadm) .*",
      "takes systemd; SystemdFilesTest has its own tools judge the units"),
  EDITOR("sudoedit .*", "waits for a person"),
  BOOT(".*/boot/firmware/.*", "changes how the machine starts"),
  LAPTOP("picocom .*", "is typed at another machine; ConsoleTest plays it over a pseudo-terminal"),
  PINS(
      ".*(board sg-ready|/board/sg-ready).*",
      "takes pins, and an agent a minute old; BoardTest and BoardApiTest order it");

  private final Pattern pattern;
  private final String why;

  Elsewhere(String pattern, String why) {
    this.pattern = Pattern.compile(pattern);
    this.why = why;
  }

  String why() {
    return why;
  }

  /** Why this line is not tried here; empty if it is. */
  static Optional<Elsewhere> of(TypedLine line) {
    return Arrays.stream(values())
        .filter(excuse -> excuse.pattern.matcher(line.text()).matches())
        .findFirst();
  }
}
