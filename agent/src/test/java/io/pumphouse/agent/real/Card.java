package io.pumphouse.agent.real;

import io.pumphouse.agent.real.Tape.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A card that one process writes SQLite's files to, until the power goes. */
final class Card {
  private final Map<String, CardFile> files = new TreeMap<>();
  private long acknowledged;

  void take(Deed deed) {
    switch (deed) {
      case Deed.Written(String file, long offset, var bytes) -> file(file).write(offset, bytes);
      case Deed.Synced(String file) -> file(file).sync();
      case Deed.Cut(String file, long length) -> file(file).cut(length);
      case Deed.Removed(String file) -> files.remove(file);
      case Deed.Said(String words) -> listen(words);
    }
  }

  /** The last number that the process had said was safe. */
  long acknowledged() {
    return acknowledged;
  }

  /** Lays out what is found when the power comes back, as {@code x.db} and its journal. */
  void layOut(Path folder, Random random, double luck) throws IOException {
    for (Map.Entry<String, CardFile> file : files.entrySet()) {
      String name = file.getKey().equals(".db") ? "x.db" : "x.db" + file.getKey();
      Files.write(folder.resolve(name), file.getValue().afterPowerCut(random, luck));
    }
  }

  private CardFile file(String name) {
    return files.computeIfAbsent(name, _ -> new CardFile());
  }

  private void listen(String words) {
    words
        .lines()
        .filter(line -> line.matches("\\d+"))
        .forEach(line -> acknowledged = Long.parseLong(line));
  }
}
