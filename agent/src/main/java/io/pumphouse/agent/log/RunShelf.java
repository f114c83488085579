package io.pumphouse.agent.log;

import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.Logs;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the runs of backup jobs have written: one file each, numbered as they began. */
final class RunShelf {
  private static final Pattern NAME = Pattern.compile("(.+)-([0-9]{1,18})\\.log");

  private final Path folder;

  private record Run(String job, long number, Path file) {}

  RunShelf(Path folder) {
    this.folder = folder;
  }

  /** Those that may hold what is wished, the oldest first: one run goes at a time. */
  List<Leaf> leaves(Logs.Wish wish) throws IOException {
    if (!wish.sources().contains(LogLine.Source.JOBS)) {
      return List.of();
    }
    return runs().stream()
        .filter(run -> wish.job().isEmpty() || wish.job().equals(run.job()))
        .<Leaf>map(run -> new Leaf.File(run.file(), true))
        .toList();
  }

  /** Whose runs have written something. */
  List<String> jobs() throws IOException {
    return runs().stream().map(Run::job).distinct().sorted().toList();
  }

  private List<Run> runs() throws IOException {
    List<Run> runs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.log")) {
      for (Path file : files) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          runs.add(new Run(name.group(1), Long.parseLong(name.group(2)), file));
        }
      }
    } catch (NoSuchFileException _) {
      return List.of();
    }
    runs.sort(Comparator.comparingLong(Run::number));
    return runs;
  }
}
