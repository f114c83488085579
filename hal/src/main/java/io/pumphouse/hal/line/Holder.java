package io.pumphouse.hal.line;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Who has a device file open, as far as this user may know. Immutable.
 *
 * @param program its name: {@code mbpoll}
 * @param process its number
 */
record Holder(String program, long process) {
  /**
   * All processes that have it open, but for this one.
   *
   * @param processes {@code /proc}
   * @param device the device file, no link
   */
  static List<Holder> all(Path processes, Path device) {
    List<Holder> holders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
      for (Path process : all) {
        long number = Long.parseLong(process.getFileName().toString());
        if (number != ProcessHandle.current().pid() && holds(process, device)) {
          holders.add(new Holder(program(process), number));
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // Nobody more can be named; that the port is taken is told either way.
    }
    holders.sort(Comparator.comparingLong(Holder::process));
    return Collections.unmodifiableList(holders);
  }

  /** Whether this very process has it open. */
  static boolean isThisProcess(Path processes, Path device) {
    return holds(processes.resolve("" + ProcessHandle.current().pid()), device);
  }

  private static boolean holds(Path process, Path device) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (Files.readSymbolicLink(file).equals(device)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // Another user's process, or one that has ended while we looked.
    }
    return false;
  }

  private static String program(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException _) {
      return "a program";
    }
  }

  @Override
  public String toString() {
    return program + " (process " + process + ")";
  }
}
