package io.pumphouse.agent.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/** From a file to text that is safe to parse: of sensible size, UTF-8, printable, without tabs. */
final class SourceText {
  /** A hundred pumps with ten intervals each fit in a quarter of this. */
  static final int MOST_BYTES = 256 * 1024;

  /** YAML forbids tabs in indentation, since nobody can see how wide they are. */
  private static final Pattern TAB_INDENTATION = Pattern.compile(" *\t\\s*[^\\s#].*");

  private SourceText() {}

  /** The text of the file, or empty if something was wrong, which is then among the problems. */
  static Optional<String> of(Path file, Problems problems) {
    return bytes(file, problems)
        .flatMap(bytes -> decoded(bytes, problems))
        .filter(text -> isPlain(text, problems));
  }

  private static Optional<ByteBuffer> bytes(Path file, Problems problems) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MOST_BYTES + 1);
      if (head.length <= MOST_BYTES) {
        return Optional.of(ByteBuffer.wrap(head));
      }
      problems.add(
          0, "more than 256 KiB", "a configuration of at most 256 KiB; is this the right file?");
    } catch (NoSuchFileException _) {
      problems.add(0, "no such file", "a configuration file; name it with --config FILE");
    } catch (AccessDeniedException _) {
      problems.add(
          0, "a file this user may not read", "a readable file; look at it with: ls -l " + file);
    } catch (IOException e) {
      problems.add(0, "a file that cannot be read: " + e.getMessage(), "a readable file");
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(ByteBuffer bytes, Problems problems) {
    CharsetDecoder utf8 = UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult result = utf8.decode(bytes, text, true);
    if (result.isUnderflow()) {
      return Optional.of(text.flip().toString());
    }
    problems.add(1 + newlines(bytes.flip()), "bytes that are no text", "text saved as UTF-8");
    return Optional.empty();
  }

  private static int newlines(ByteBuffer bytes) {
    return (int) UTF_8.decode(bytes).chars().filter(c -> c == '\n').count();
  }

  /** Reports every offending line; a parser would stop at the first. */
  private static boolean isPlain(String text, Problems problems) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.codePoints().allMatch(StreamReader::isPrintable)) {
        problems.add(number, "a control character", "plain text; delete what you cannot see");
      } else if (TAB_INDENTATION.matcher(line).matches()) {
        problems.add(number, "a tab in the indentation", "spaces");
      }
    }
    return problems.isEmpty();
  }
}
