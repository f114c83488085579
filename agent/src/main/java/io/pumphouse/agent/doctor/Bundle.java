package io.pumphouse.agent.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What somebody far away needs to see: text only, each part through the redaction. Which files go
 * in is named here one by one; accounts, keys, databases and files with passwords are none of them.
 * What should be in it and could not be read is named in {@code missing.txt}.
 *
 * @param version of the agent
 * @param config the configuration
 * @param data the data folder
 * @param questions commands whose answers go in
 * @param verbs what the running agent prints for a command; empty without one
 * @param ask asks programs of the machine
 * @param environment of this process, for the secrets in it
 */
public record Bundle(
    String version,
    Path config,
    Path data,
    List<List<String>> questions,
    Function<List<String>, String> verbs,
    Ask ask,
    Map<String, String> environment) {
  private static final int RUNS = 5;
  private static final int LOGS = 10;

  public Bundle {
    questions = List.copyOf(questions);
    environment = Map.copyOf(environment);
  }

  /** Writes all of it, with what the doctor said first. */
  public void pack(OutputStream to, String said) throws IOException {
    Redaction redaction =
        new Redaction(
            KnownSecrets.of(
                List.of(config, at("jobs.yaml"), at("notices.yaml")), data, environment));
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    Packer packer = new Packer(zip, redaction);
    packer.put("doctor.txt", said);
    packer.put("about.txt", about());
    for (List<String> question : questions) {
      packer.put(
          "agent/" + String.join("-", question).replace("--", "") + ".txt", verbs.apply(question));
    }
    files(packer);
    Gaps gaps = new Gaps();
    for (Source source : Source.ALL) {
      String answer = ask.of(source.command());
      packer.put(source.part(), gaps.holds(source, answer) ? answer : "");
    }
    gaps.files(
        List.of(data, config, at("jobs.yaml"), at("notices.yaml"), at("settings.yaml"), at("log")));
    packer.put("missing.txt", gaps.text());
    zip.finish();
  }

  private void files(Packer packer) throws IOException {
    packer.put("config/pumphouse.yaml", Tail.of(config));
    for (String name : List.of("jobs.yaml", "notices.yaml", "settings.yaml")) {
      packer.put("data/" + name, Tail.of(at(name)));
    }
    newest(packer, at("runs"), RUNS);
    newest(packer, at("logs"), LOGS);
    newest(packer, at("log"), LOGS);
    for (Path file : Folder.newest(data, Integer.MAX_VALUE)) {
      String name = file.getFileName().toString();
      if (name.startsWith("hs_err_pid")) {
        packer.put("data/" + name, Tail.of(file));
      }
    }
    for (String file :
        List.of(
            "/etc/os-release",
            "/proc/version",
            "/proc/uptime",
            "/proc/meminfo",
            "/proc/self/mountinfo",
            "/proc/device-tree/model")) {
      packer.put("machine" + file.replace("/self", ""), Tail.of(Path.of(file)));
    }
  }

  private static void newest(Packer packer, Path folder, int most) throws IOException {
    for (Path file : Folder.newest(folder, most)) {
      packer.put("data/" + folder.getFileName() + "/" + file.getFileName(), Tail.of(file));
    }
  }

  private Path at(String name) {
    return data.resolve(name);
  }

  private String about() {
    StringBuilder text = new StringBuilder();
    text.append("pumphouse ").append(version).append('\n');
    text.append("java ").append(Runtime.version()).append('\n');
    for (Path file : Folder.newest(data, 200)) {
      text.append(file.toFile().length()).append('\t').append(file).append('\n');
    }
    return text.toString();
  }

  /** Puts parts that say something into the archive. */
  private record Packer(ZipOutputStream zip, Redaction redaction) {
    void put(String name, String text) throws IOException {
      if (text.isBlank()) {
        return;
      }
      ZipEntry entry = new ZipEntry(name);
      entry.setLastModifiedTime(FileTime.fromMillis(0)); // what changes with each bundle is inside
      zip.putNextEntry(entry);
      zip.write(redaction.of(text).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }
}
