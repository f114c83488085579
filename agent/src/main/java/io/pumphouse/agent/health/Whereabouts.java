package io.pumphouse.agent.health;

import io.pumphouse.web.model.Installation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where the agent lies on this machine, and what it is. Thread-safe; looks each time. */
public final class Whereabouts implements Installation {
  /** The folder of the log, in the agent's own. */
  public static final String LOG = "log";

  private static final long UNKNOWN = -1;
  private static final int BUILD_DIGITS = 12;

  private final List<Path> config;
  private final Path data;
  private final Path socket;
  private final String version;

  /**
   * @param config the configuration; none where the agent runs without a file
   * @param data the agent's folder
   * @param socket where commands come in
   */
  public Whereabouts(List<Path> config, Path data, Path socket, String version) {
    this.config = List.copyOf(config);
    this.data = data;
    this.socket = socket;
    this.version = version;
  }

  @Override
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    config.forEach(file -> places.add(place("configuration", file)));
    places.add(place("data", data));
    places.add(place("log", data.resolve(LOG)));
    places.add(place("runs", data.resolve("runs")));
    places.add(place("socket", socket));
    return places;
  }

  private static Place place(String name, Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return new Place(name, absolute.toString(), Files.exists(absolute), free(absolute));
  }

  /** Of the disk it is on, or is to be on. */
  private static long free(Path path) {
    try {
      return Files.getFileStore(there(path)).getUsableSpace();
    } catch (IOException _) {
      return UNKNOWN; // a medium that is gone has no room to tell of
    }
  }

  private static Path there(Path path) {
    Path parent = path.getParent();
    return parent == null || Files.exists(path) ? path : there(parent);
  }

  @Override
  public About about() {
    return new About(
        version,
        build(),
        System.getProperty("java.vendor.version", "") + " (" + Runtime.version() + ")",
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        "Apache-2.0");
  }

  /** By what is in the jar: the same sources make the same bytes, on whatever machine. */
  private static String build() {
    Optional<CodeSource> source =
        Optional.ofNullable(Whereabouts.class.getProtectionDomain().getCodeSource());
    try {
      Path jar = source.isPresent() ? Path.of(source.get().getLocation().toURI()) : Path.of("");
      return Files.isRegularFile(jar) ? "sha256 " + digest(jar) : "not from a jar";
    } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
      return "unknown: " + e;
    }
  }

  private static String digest(Path jar) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    return HexFormat.of().formatHex(digest).substring(0, BUILD_DIGITS);
  }
}
