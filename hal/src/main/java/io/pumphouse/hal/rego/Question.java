package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Space;
import java.util.List;

/**
 * What a master can ask, and how to read what comes back.
 *
 * @param <A> what the answer says
 */
sealed interface Question<A> {
  Request request();

  /** How many bytes the answer has. */
  int answerLength();

  /**
   * What these bytes say.
   *
   * @param answer as many bytes as {@link #answerLength}
   */
  Parsed<A> parse(Frame answer);

  /** The question in words: {@code read system 0x020A}. */
  String words();

  /** What number stands at an address, 0 to 65535. */
  record Read(Space space, int address) implements Question<Integer> {
    @Override
    public Request request() {
      return Request.of(Command.reading(space), address, 0);
    }

    @Override
    public int answerLength() {
      return Answers.WORD_LENGTH;
    }

    @Override
    public Parsed<Integer> parse(Frame answer) {
      return Answers.parseWord(answer);
    }

    @Override
    public String words() {
      return "read " + place(space, address);
    }
  }

  /** Puts a number, 0 to 65535, at an address; the answer says only that it was heard. */
  record Write(Space space, int address, int word) implements Question<Integer> {
    @Override
    public Request request() {
      return Request.of(Command.writing(space), address, word);
    }

    @Override
    public int answerLength() {
      return Answers.DONE_LENGTH;
    }

    @Override
    public Parsed<Integer> parse(Frame answer) {
      return Answers.parseDone(answer, word);
    }

    @Override
    public String words() {
      return "write " + word + " to " + place(space, address);
    }
  }

  /** Which family the controller is of: the harmless question that every Rego answers. */
  record Version() implements Question<Integer> {
    /** What the controllers 600 to 637 say. */
    static final int REGO_600 = 600;

    @Override
    public Request request() {
      return Request.of(Command.READ_VERSION, 0, 0);
    }

    @Override
    public int answerLength() {
      return Answers.WORD_LENGTH;
    }

    @Override
    public Parsed<Integer> parse(Frame answer) {
      return Answers.parseWord(answer);
    }

    @Override
    public String words() {
      return "read version";
    }
  }

  /** One entry of the error log; none if there is no such error. */
  record Logged(Entry entry) implements Question<List<RegoError>> {
    @Override
    public Request request() {
      return Request.of(entry.command, 0, 0);
    }

    @Override
    public int answerLength() {
      return Answers.TEXT_LENGTH;
    }

    @Override
    public Parsed<List<RegoError>> parse(Frame answer) {
      return LogEntry.parse(answer);
    }

    @Override
    public String words() {
      return "read " + entry.words;
    }
  }

  /** Which error. */
  enum Entry {
    LAST(Command.READ_LAST_ERROR, "last error"),
    PREVIOUS(Command.READ_PREVIOUS_ERROR, "previous error");

    private final Command command;
    private final String words;

    Entry(Command command, String words) {
      this.command = command;
      this.words = words;
    }
  }

  /** How a technician finds an address: {@code system 0x020A}. */
  static String place(Space space, int address) {
    return space.word() + " 0x%04X".formatted(address);
  }
}
