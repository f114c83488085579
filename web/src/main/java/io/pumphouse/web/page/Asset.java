package io.pumphouse.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * One file for browsers, packed when the product was built: hardly any browser wants it otherwise.
 *
 * @param name what pages call it: {@code live.js}
 * @param hash of its content, which makes its address
 * @param size bytes packed
 * @param type its media type
 */
record Asset(String name, String hash, int size, String type) {
  static final String FOLDER = "packed/";
  static final String PACKED = ".gz";

  private static final int FIELDS = 4;

  /** The asset of a line of the list. */
  static Asset of(String line) {
    String[] fields = line.split("\t", FIELDS);
    return new Asset(fields[0], fields[1], Integer.parseInt(fields[2]), fields[3]);
  }

  /** Its line in the list. */
  String line() {
    return String.join("\t", name, hash, Integer.toString(size), type) + "\n";
  }

  String address() {
    return "/assets/" + file();
  }

  /** What it is called for browsers: {@code live.3f9c0d2a.js}. */
  String file() {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "." + hash + name.substring(dot);
  }

  String etag() {
    return '"' + hash + '"';
  }

  /** For the few that cannot unpack. */
  InputStream plain() {
    try {
      return new GZIPInputStream(packed());
    } catch (IOException e) {
      throw new UncheckedIOException("unpack " + name, e);
    }
  }

  InputStream packed() {
    return resource(FOLDER + name + PACKED);
  }

  /** A file that the build has put beside this class. */
  static InputStream resource(String path) {
    InputStream in = Asset.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + " is missing: the build did not press the assets");
    }
    return in;
  }
}
