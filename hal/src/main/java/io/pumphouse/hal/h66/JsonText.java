package io.pumphouse.hal.h66;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON object (RFC 8259), strictly: a name that comes twice, a comma too many or anything
 * behind the end is a mistake, not a matter of taste. Confined to one thread, used once.
 */
final class JsonText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("true|false|null");
  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\/bfnrtu])*+)\"");

  /** Far deeper than any answer of a gateway. */
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** How reading ended. */
  sealed interface Result {}

  record Whole(Json.Thing thing) implements Result {}

  /** It ends before it is whole. */
  record Cut() implements Result {}

  /**
   * It is no JSON object.
   *
   * @param why what stands where, in words
   */
  record Wrong(String why) implements Result {}

  /** Ends reading; never leaves this class. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Result result;

    Mistake(Result result) {
      this.result = result;
    }
  }

  static Result read(String text) {
    JsonText json = new JsonText(text);
    try {
      json.blank();
      json.expect('{');
      Json.Thing thing = json.thing(1);
      json.blank();
      return json.at == text.length() ? new Whole(thing) : json.wrong().result;
    } catch (Mistake mistake) {
      return mistake.result;
    }
  }

  private Json value(int depth) throws Mistake {
    if (depth > DEEPEST) {
      throw wrong();
    }
    return switch (peek()) {
      case '{' -> {
        at++;
        yield thing(depth + 1);
      }
      case '[' -> {
        at++;
        yield list(depth + 1);
      }
      case '"' -> new Json.Text(token(STRING, 1));
      case 't', 'f', 'n' -> new Json.Other(token(WORD, 0));
      default -> new Json.Amount(token(NUMBER, 0));
    };
  }

  private Json.Thing thing(int depth) throws Mistake {
    Map<String, Json> members = new LinkedHashMap<>();
    blank();
    boolean hasMore = peek() != '}';
    while (hasMore) {
      blank();
      int before = at;
      String name = token(STRING, 1);
      blank();
      expect(':');
      blank();
      if (members.put(name, value(depth)) != null) {
        at = before;
        throw new Mistake(new Wrong("\"" + name + "\" stands in it twice"));
      }
      blank();
      hasMore = goesOn();
    }
    expect('}');
    return new Json.Thing(members);
  }

  private Json list(int depth) throws Mistake {
    blank();
    boolean hasMore = peek() != ']';
    while (hasMore) {
      blank();
      Json unused = value(depth);
      blank();
      hasMore = goesOn();
    }
    expect(']');
    return new Json.Other("a list");
  }

  private boolean goesOn() throws Mistake {
    if (peek() != ',') {
      return false;
    }
    at++;
    return true;
  }

  private String token(Pattern pattern, int group) throws Mistake {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    boolean fits = matcher.lookingAt();
    if (matcher.hitEnd()) {
      throw new Mistake(new Cut()); // "1." may have become 1.5
    }
    if (!fits) {
      throw wrong();
    }
    at = matcher.end();
    return matcher.group(group);
  }

  private void expect(char wanted) throws Mistake {
    if (peek() != wanted) {
      throw wrong();
    }
    at++;
  }

  private char peek() throws Mistake {
    if (at >= text.length()) {
      throw new Mistake(new Cut());
    }
    return text.charAt(at);
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Mistake wrong() {
    String there = text.substring(at, Math.min(at + 20, text.length()));
    return new Mistake(new Wrong("no JSON at byte " + at + ": " + there.replaceAll("[^ -~]", "?")));
  }
}
