package io.pumphouse.web.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** One file for browsers, kept packed: hardly any browser wants it otherwise. Immutable. */
final class Asset {
  private static final int HASH_DIGITS = 12;
  private static final Pattern FOR_WRITERS = Pattern.compile("|//.*|/\\*.*\\*/");

  private final String name;
  private final String hash;
  private final String type;
  private final byte[] packed;

  private Asset(String name, String type, byte[] plain) {
    this.name = name;
    this.type = type;
    this.hash = hash(plain);
    this.packed = pack(plain);
  }

  /** What is made here rather than read. */
  static Asset made(String name, String type, byte[] content) {
    return new Asset(name, type, content);
  }

  /**
   * A text of ours without what only its writers read: lines of comment, and indentation.
   *
   * @param path as {@link #read} takes it; none of its texts may go over a line
   */
  static Asset lean(String name, String type, String path) {
    String text = new String(content(path), StandardCharsets.UTF_8);
    String lean =
        text.lines()
            .map(String::strip)
            .filter(line -> !FOR_WRITERS.matcher(line).matches())
            .collect(Collectors.joining("\n"));
    return new Asset(name, type, lean.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A file on the class path.
   *
   * @param name what pages call it: {@code live.js}
   * @param type its media type
   * @param path where it lies, as {@link Class#getResourceAsStream} takes it
   */
  static Asset read(String name, String type, String path) {
    return new Asset(name, type, content(path));
  }

  private static byte[] content(String path) {
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("read " + path, e);
    }
  }

  String name() {
    return name;
  }

  String address() {
    int dot = name.lastIndexOf('.');
    return "/assets/" + name.substring(0, dot) + "." + hash + name.substring(dot);
  }

  String type() {
    return type;
  }

  String etag() {
    return '"' + hash + '"';
  }

  byte[] plain() {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return plain.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unpack in memory", e);
    }
  }

  byte[] packed() {
    return packed.clone();
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] pack(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new BestGzip(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("pack in memory", e);
    }
    return packed.toByteArray();
  }

  /** Packed once, sent for years: worth the highest level. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
