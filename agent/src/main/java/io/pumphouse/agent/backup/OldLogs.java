package io.pumphouse.agent.backup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the logs of the newest runs of each job, as a disk is finite. Stateless. */
final class OldLogs {
  static final int KEPT = 50;

  private static final Logger LOG = LoggerFactory.getLogger(OldLogs.class);

  private OldLogs() {}

  static void trim(Path folder, String job) {
    Pattern name = Pattern.compile(Pattern.quote(job) + "-([0-9]{1,18})\\.log");
    try {
      List<Long> runs = new ArrayList<>();
      try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, job + "-*.log")) {
        for (Path log : logs) {
          Matcher matcher = name.matcher(log.getFileName().toString());
          if (matcher.matches()) {
            runs.add(Long.valueOf(matcher.group(1)));
          }
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
      runs.sort(Comparator.reverseOrder());
      for (long run : runs.subList(Math.min(KEPT, runs.size()), runs.size())) {
        Files.delete(folder.resolve(job + "-" + run + ".log"));
      }
    } catch (IOException e) {
      LOG.warn("{}: old run logs cannot be deleted: {}", folder, e.toString());
    }
  }
}
