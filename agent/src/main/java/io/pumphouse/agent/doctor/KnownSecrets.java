package io.pumphouse.agent.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The secrets of this installation: from the files that configuration and jobs name, from rclone's
 * own, from the environment. They are read to be recognised, and go nowhere.
 */
final class KnownSecrets {
  private static final Pattern FILE =
      Pattern.compile(
          "(?:[\\w-]+-file|ssh-identity|rclone-config|key)[\"']?\\s*:\\s*[\"']?(/[^\\s\"',}]+)");
  private static final Pattern PATH_OF_URL =
      Pattern.compile("url[\"']?\\s*:\\s*[\"']?\\w+://[^/\\s]+/([^\\s\"',}]+)");

  /** Of an ini file such as rclone's. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?im)^\\s*[\\w-]*(?:pass|secret|token|key|auth|cookie)[\\w-]*\\s*=\\s*(\\S.*)$");

  /** Of a token, which rclone keeps as JSON. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]{8,})\"");

  private static final Pattern NAMED =
      Pattern.compile(".*(PASS|SECRET|TOKEN|KEY|CREDENTIAL|AUTH|COOKIE).*");

  private KnownSecrets() {}

  /**
   * All that can be found.
   *
   * @param named the files that may name others: configuration, jobs, notices
   * @param data the data folder, which is the agent's home
   * @param environment of this process
   */
  static List<String> of(List<Path> named, Path data, Map<String, String> environment) {
    List<String> secrets = new ArrayList<>();
    environment.forEach(
        (name, value) -> {
          if (NAMED.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            secrets.add(value);
          }
        });
    List<Path> files = new ArrayList<>(List.of(data.resolve(".config/rclone/rclone.conf")));
    for (Path each : named) {
      String text = Tail.of(each);
      FILE.matcher(text).results().map(KnownSecrets::first).map(Path::of).forEach(files::add);
      PATH_OF_URL.matcher(text).results().map(KnownSecrets::first).forEach(secrets::add);
    }
    files.forEach(file -> secrets.addAll(in(file)));
    return secrets;
  }

  /** Each line, and of rclone's {@code pass = …} what stands behind. */
  private static List<String> in(Path file) {
    String text = Tail.of(file);
    List<String> secrets = new ArrayList<>();
    ASSIGNED.matcher(text).results().map(KnownSecrets::first).forEach(secrets::add);
    for (String value : List.copyOf(secrets)) {
      QUOTED.matcher(value).results().map(KnownSecrets::first).forEach(secrets::add);
    }
    if (secrets.isEmpty()) {
      text.lines().filter(line -> !line.startsWith("-----")).forEach(secrets::add);
    }
    return secrets;
  }

  private static String first(MatchResult found) {
    return String.valueOf(found.group(1));
  }
}
