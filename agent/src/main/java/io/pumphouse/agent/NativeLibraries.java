package io.pumphouse.agent;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where the native code of the serial, the SQLite and the pin library is loaded from: the folder
 * {@code native} beside our own jar or classes. Left to themselves all unpack it into the temp
 * folder, which anybody may write, and load what they find there.
 *
 * @param folder what is installed; only those who may change the program may write there
 */
record NativeLibraries(Path folder) {
  private static final String SQLITE = "libsqlitejdbc.so";
  private static final String SERIAL = "libjSerialComm.so";

  /**
   * Those that came with this program: beside the first entry of the class path that has them. (A
   * class from the class archive may not know where it came from.)
   */
  static NativeLibraries installed() {
    List<NativeLibraries> places =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().resolveSibling("native"))
            .map(NativeLibraries::new)
            .toList();
    return places.stream()
        .filter(NativeLibraries::areComplete)
        .findFirst()
        .orElse(places.getFirst());
  }

  /** The pin library has none for most machines; a board says what it misses. */
  boolean areComplete() {
    return Files.isReadable(folder.resolve(SQLITE)) && Files.isReadable(folder.resolve(SERIAL));
  }

  /** Points the libraries there; to be called before any of them is used. */
  void use() {
    Map.of(
            "org.sqlite.lib.path", folder.toString(),
            "org.sqlite.lib.name", SQLITE,
            "jSerialComm.library.path", folder.toString(),
            "pi4j.library.path", folder.toString())
        .forEach(System::setProperty);
  }
}
