package io.pumphouse.hal.h66;

import io.pumphouse.hal.line.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 answer while it comes (RFC 9112): with a length, in chunks, or to the end of the
 * connection, where it is whole as soon as its JSON is. Used once, by the thread that owns the
 * line.
 */
final class Reply {
  /** Twenty times the longest list of the maker. */
  static final int MOST_BYTES = 65_536;

  private static final int BEGINNING = 24;
  private static final String BLANK_LINE = "\r\n\r\n";
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})[ \r]");
  private static final Pattern LENGTH = header("content-length: *([0-9]{1,9}) *");
  private static final Pattern CHUNKED = header("transfer-encoding: *chunked *");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})(?:;[^\r\n]*)?\r\n");

  private Frame bytes = Frame.empty();
  private String text = "";

  private static Pattern header(String line) {
    return Pattern.compile("(?m)^" + line + "\r?$");
  }

  void take(Frame more) {
    bytes = bytes.plus(more);
    text = new String(bytes.toBytes(), StandardCharsets.ISO_8859_1);
  }

  Frame bytes() {
    return bytes;
  }

  int length() {
    return bytes.length();
  }

  boolean isTooLong() {
    return bytes.length() >= MOST_BYTES;
  }

  /** Whether what came so far may be the beginning of an HTTP answer. */
  boolean isHttp() {
    Matcher matcher = STATUS.matcher(text);
    return matcher.lookingAt() || matcher.hitEnd();
  }

  /** The status, once the line with it is there. */
  Optional<Integer> status() {
    Matcher matcher = STATUS.matcher(text);
    return matcher.lookingAt() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** Whether nothing more is to come that could change what is made of it. */
  boolean isOver() {
    return isTooLong()
        || !isHttp()
        || status().filter(status -> status != 200).isPresent()
        || body().isPresent();
  }

  /** What the page holds, once it is whole. */
  Optional<String> body() {
    int blank = text.indexOf(BLANK_LINE);
    if (blank < 0) {
      return Optional.empty();
    }
    String head = text.substring(0, blank + 2).toLowerCase(Locale.ROOT);
    String rest = text.substring(blank + BLANK_LINE.length());
    if (CHUNKED.matcher(head).find()) {
      return unchunked(rest);
    }
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      int bytesLong = Integer.parseInt(length.group(1));
      return rest.length() < bytesLong
          ? Optional.empty()
          : Optional.of(rest.substring(0, bytesLong));
    }
    return JsonText.read(rest) instanceof JsonText.Cut ? Optional.empty() : Optional.of(rest);
  }

  private static Optional<String> unchunked(String rest) {
    StringBuilder body = new StringBuilder();
    Matcher chunk = CHUNK.matcher(rest);
    int at = 0;
    while (chunk.region(at, rest.length()).lookingAt()) {
      long size = Long.parseLong(chunk.group(1), 16);
      if (size == 0) {
        return Optional.of(body.toString());
      }
      if (chunk.end() + size > rest.length()) {
        return Optional.empty();
      }
      int end = chunk.end() + (int) size;
      body.append(rest, chunk.end(), end);
      at = Math.min(end + 2, rest.length());
    }
    return Optional.empty();
  }

  /** Its first characters, for people. */
  String beginning() {
    return text.substring(0, Math.min(BEGINNING, text.length())).replaceAll("[^ -~]", "?");
  }
}
