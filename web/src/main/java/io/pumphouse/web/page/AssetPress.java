package io.pumphouse.web.page;

import com.googlecode.pngtastic.core.processing.zopfli.Options;
import com.googlecode.pngtastic.core.processing.zopfli.Zopfli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Makes the assets that {@link Assets} serves, when the product is built: a Pi neither packs a
 * megabyte of charts at each start nor keeps it in its heap. Of the jars that they come from,
 * nothing else travels.
 */
public final class AssetPress {
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String STATIC = "/META-INF/resources/_static/";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final Pattern FOR_WRITERS = Pattern.compile("|//.*|/\\*.*\\*/");
  private static final int HASH_DIGITS = 12;

  /** Bytes that are looked at together; more gain nothing. */
  private static final int LARGEST = 8 << 20;

  private static final Options WITH_CARE =
      new Options(Options.OutputFormat.GZIP, Options.BlockSplitting.FIRST, 3);

  /** What the looks of every page are made of. */
  private static final List<String> LOOK =
      List.of(
          "app-ground.css",
          "app-rail.css",
          "app-head.css",
          "app-messages.css",
          "app-pump.css",
          "app-today.css",
          "app-reading.css",
          "app-panel.css",
          "app-pins.css",
          "app-print.css");

  /** What the looks of the pages of backups are made of besides. */
  private static final List<String> BACKUPS =
      List.of(
          "paging.css",
          "backups.css",
          "backups-jobs.css",
          "backups-runs.css",
          "backups-year.css",
          "backups-form.css",
          "backups-keep.css");

  /** What the script of the analysis is made of, each after those that it imports. */
  private static final List<String> CHARTS =
      List.of(
          "chart-words.js",
          "chart-choice.js",
          "chart-store.js",
          "chart-feed.js",
          "chart-shades.js",
          "chart-lines.js",
          "chart-shares.js",
          "chart-rows.js",
          "chart-panel.js",
          "analysis.js");

  private AssetPress() {}

  /** Packs every asset into the folder given, beside a list of them. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    StringBuilder index = new StringBuilder();
    for (Raw raw : all()) {
      Path file = folder.resolve(raw.name() + Asset.PACKED);
      byte[] packed =
          isPacked(file, raw.content()) ? Files.readAllBytes(file) : pack(raw.content());
      Files.write(file, packed);
      index.append(raw.asset(packed.length).line());
    }
    Files.writeString(folder.resolve(Assets.INDEX), index);
  }

  private static List<Raw> all() {
    Raw socket = lean("socket.js", SCRIPT);
    return List.of(
        socket,
        read("htmx.js", SCRIPT, WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js"),
        lean("app.css", CSS, LOOK),
        words(Tongue.ENGLISH),
        words(Tongue.SWEDISH),
        module("live.js", List.of("page-words.js", "live-words.js", "live.js"), List.of(socket)),
        lean("drawing.js", SCRIPT),
        lean("door.css", CSS),
        lean("lately.js", SCRIPT),
        lean("registers.css", CSS, List.of("paging.css", "registers.css", "stored.css")),
        lean("trace.js", SCRIPT),
        read("echarts.js", SCRIPT, STATIC + "echarts/6.0.0/dist/echarts.min.js"),
        module("analysis.js", CHARTS, List.of(socket)),
        lean("analysis.css", CSS),
        module("backups.js", List.of("page-words.js", "backups.js"), List.of(socket)),
        lean("job-form.js", SCRIPT),
        lean("backups.css", CSS, BACKUPS),
        lean("media.css", CSS),
        lean("settings.css", CSS),
        module("logs.js", List.of("logs.js"), List.of(socket)),
        lean("logs.css", CSS),
        read("icon.svg", "image/svg+xml", "icon.svg"));
  }

  /** What a browser would get if it could not unpack. */
  private record Raw(String name, String type, String text) {
    byte[] content() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    Asset asset(int packed) {
      return new Asset(name, hash(content()), packed, type);
    }
  }

  private static Raw words(Tongue tongue) {
    return new Raw("words-" + tongue.code() + ".js", SCRIPT, ScriptWords.of(tongue));
  }

  private static Raw read(String name, String type, String path) {
    return new Raw(name, type, text(path));
  }

  /**
   * A text of ours without what only its writers read: lines of comment, and indentation. None of
   * its texts may go over a line.
   */
  private static Raw lean(String name, String type) {
    return lean(name, type, List.of(name));
  }

  /** The same in several files by purpose, the later over the earlier. */
  private static Raw lean(String name, String type, List<String> parts) {
    return new Raw(
        name, type, parts.stream().flatMap(AssetPress::lines).collect(Collectors.joining("\n")));
  }

  /**
   * A script of ours, perhaps in several files by purpose, which travel as one: they pack better
   * together. No two of them may use the same name at their top. What it imports from others is
   * named by address: when that changes, so does whoever imports it.
   *
   * @param parts the files, each after those that it imports; an import stands on one line
   * @param others what it may import from besides, as {@code "./socket.js"}
   */
  private static Raw module(String name, List<String> parts, List<Raw> others) {
    String text =
        parts.stream()
            .flatMap(AssetPress::lines)
            .filter(line -> parts.stream().noneMatch(part -> line.endsWith(from(part) + ";")))
            .map(line -> parts.size() == 1 ? line : line.replaceFirst("^export ", ""))
            .collect(Collectors.joining("\n"));
    for (Raw other : others) {
      text = text.replace(from(other.name()), from(other.asset(0).file()));
    }
    return new Raw(name, SCRIPT, text);
  }

  private static String from(String file) {
    return "from \"./" + file + "\"";
  }

  private static Stream<String> lines(String name) {
    return text(name).lines().map(String::strip).filter(AssetPress::isForBrowsers);
  }

  private static boolean isForBrowsers(String line) {
    return !FOR_WRITERS.matcher(line).matches();
  }

  private static String text(String path) {
    try (InputStream in = AssetPress.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("read " + path, e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether a build before this one has packed the very same. */
  private static boolean isPacked(Path file, byte[] content) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return Arrays.equals(in.readAllBytes(), content);
    } catch (IOException _) {
      return false; // left by a build that was ended
    }
  }

  /** Packed once, sent for years: worth some seconds of the build. */
  private static byte[] pack(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try {
      new Zopfli(LARGEST).compress(WITH_CARE, content, packed);
    } catch (IOException e) {
      throw new UncheckedIOException("pack in memory", e);
    }
    return packed.toByteArray();
  }
}
