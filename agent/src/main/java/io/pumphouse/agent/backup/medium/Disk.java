package io.pumphouse.agent.backup.medium;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** What has to be done to files so that they outlive a power cut, and to know that they did. */
public final class Disk {
  private static final int CHUNK = 64 * 1024;

  private Disk() {}

  /** Waits until a file or folder is on the medium. */
  public static void flush(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, READ)) {
      channel.force(true);
    }
  }

  /** The SHA-256 of a file, in hex; a link is not followed. */
  public static String sha256(Path file) throws IOException {
    return sha256(file, _ -> {});
  }

  /**
   * The same of a file that takes a while.
   *
   * @param ear is told after each piece how many bytes it had
   */
  static String sha256(Path file, LongConsumer ear) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        ear.accept(read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Has the kernel forget what it holds of a file that is on the medium, so that the medium is what
   * is read next; where that cannot be done, nothing is lost but that proof.
   */
  public static void forget(Path file) throws IOException, InterruptedException {
    new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0", "status=none")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new UncheckedIOException(new IOException(impossible)); // every Java has it
    }
  }
}
