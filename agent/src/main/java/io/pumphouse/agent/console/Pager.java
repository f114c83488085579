package io.pumphouse.agent.console;

import io.pumphouse.agent.command.Fold;
import java.io.IOException;
import java.io.Writer;

/**
 * Shows text on a screen of so many rows and columns: folds what is too wide, and waits for a key
 * when the screen is full. Confined to one thread.
 */
final class Pager extends Writer {
  private static final String MORE = "-- more: Space, Enter one line, q quits --";
  private static final int CTRL_C = 3;

  private final Writer to;
  private final Keyboard keyboard;
  private final int columns;
  private final int rows;
  private final StringBuilder line = new StringBuilder();
  private int left;
  private boolean isScrolling;
  private boolean isOver;

  /** One key that is waited for; below 0 when there is nobody any more. */
  @FunctionalInterface
  interface Keyboard {
    int key() throws IOException;
  }

  Pager(Writer to, Keyboard keyboard, int columns, int rows) {
    this.to = to;
    this.keyboard = keyboard;
    this.columns = columns;
    this.rows = rows;
    this.left = rows - 1;
  }

  /** Whether whoever reads has enough. */
  boolean isOver() {
    return isOver;
  }

  /** From now on nobody is asked. */
  void scroll() {
    isScrolling = true;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length && !isOver; i++) {
      if (text[i] == '\n') {
        endLine();
      } else {
        line.append(Character.isISOControl(text[i]) ? ' ' : text[i]);
      }
    }
  }

  private void endLine() throws IOException {
    for (String piece : Fold.line(line.toString(), columns)) {
      if (left == 0 && !isScrolling) {
        askForMore();
      }
      if (isOver) {
        break;
      }
      to.write(piece + "\n");
      left = isScrolling ? left : left - 1;
    }
    line.setLength(0);
  }

  private void askForMore() throws IOException {
    to.write(MORE);
    to.flush();
    int key = keyboard.key();
    to.write("\r" + " ".repeat(MORE.length()) + "\r");
    switch (key) {
      case ' ' -> left = rows - 1;
      case '\r', '\n' -> left = 1;
      case 'q', 'Q', CTRL_C, -1, -2 -> isOver = true;
      default -> left = rows - 1;
    }
  }

  @Override
  public void flush() throws IOException {
    to.flush();
  }

  /** What stands without an end of line, and everything to the screen, which stays open. */
  @Override
  public void close() throws IOException {
    if (!line.isEmpty() && !isOver) {
      endLine();
    }
    to.flush();
  }
}
