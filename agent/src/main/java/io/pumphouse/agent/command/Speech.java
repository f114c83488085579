package io.pumphouse.agent.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StreamCorruptedException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What travels over the local socket. To the agent: the number of arguments and each of them. Back:
 * pieces of output, each with where it goes, and the exit code at the end. A verb that takes a file
 * has its content follow the arguments, in pieces of which the last is empty; nobody reads them for
 * other verbs.
 */
final class Speech {
  private static final int MOST_ARGUMENTS = 256;
  private static final int LONGEST_ARGUMENT = 4_096;
  private static final int LONGEST_PIECE = 16_384;

  static final int OUT = 1;
  static final int ERR = 2;
  static final int EXIT = 3;

  private Speech() {}

  /** Whether a command is small enough to be sent. */
  static boolean fits(List<String> typed) {
    return typed.size() <= MOST_ARGUMENTS
        && typed.stream().allMatch(argument -> argument.length() <= LONGEST_ARGUMENT);
  }

  static void writeCommand(DataOutputStream to, List<String> typed) throws IOException {
    to.writeInt(typed.size());
    for (String argument : typed) {
      to.writeUTF(argument);
    }
    to.flush();
  }

  static List<String> readCommand(DataInputStream from) throws IOException {
    int count = from.readInt();
    if (count < 0 || count > MOST_ARGUMENTS) {
      throw new StreamCorruptedException(count + " arguments");
    }
    List<String> typed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String argument = from.readUTF();
      if (argument.length() > LONGEST_ARGUMENT) {
        throw new StreamCorruptedException("an argument of " + argument.length() + " characters");
      }
      typed.add(argument);
    }
    return typed;
  }

  /** Sends a file after the arguments. */
  static void writeFile(DataOutputStream to, InputStream file) throws IOException {
    byte[] piece = new byte[LONGEST_PIECE];
    for (int size = file.read(piece); size >= 0; size = file.read(piece)) {
      if (size > 0) {
        to.writeInt(size);
        to.write(piece, 0, size);
      }
    }
    to.writeInt(0);
    to.flush();
  }

  /** The file after the arguments. Confined to the command's thread. */
  static final class SentFile extends InputStream {
    private final DataInputStream from;
    private int left;
    private boolean isEnded;

    SentFile(DataInputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0 && !isEnded) {
        left = from.readInt();
        isEnded = left == 0;
        if (left < 0 || left > LONGEST_PIECE) {
          throw new StreamCorruptedException("a piece of " + left + " bytes");
        }
      }
      if (isEnded) {
        return -1;
      }
      int size = from.read(into, offset, Math.min(length, left));
      if (size < 0) {
        throw new EOFException("the file broke off");
      }
      left -= size;
      return size;
    }
  }

  /** The way back to the one who typed. Confined to the command's thread. */
  static final class Replies {
    private final DataOutputStream to;

    Replies(OutputStream to) {
      this.to = new DataOutputStream(to);
    }

    Terminal terminal(String user) {
      return new Terminal(new PrintWriter(new Pieces(OUT)), new PrintWriter(new Pieces(ERR)), user);
    }

    void exit(int code) throws IOException {
      to.writeByte(EXIT);
      to.writeInt(code);
      to.flush();
    }

    /** Text as pieces; a client that has gone ends the command with its next flush. */
    private final class Pieces extends Writer {
      private final int where;
      private boolean hasSpoken;

      Pieces(int where) {
        this.where = where;
      }

      @Override
      public void write(char[] text, int offset, int length) throws IOException {
        for (int from = offset; from < offset + length; from += LONGEST_PIECE) {
          int size = Math.min(LONGEST_PIECE, offset + length - from);
          byte[] piece = new String(text, from, size).getBytes(StandardCharsets.UTF_8);
          to.writeByte(where);
          to.writeInt(piece.length);
          to.write(piece);
        }
        hasSpoken = true;
      }

      /** An empty piece is nothing to the client, but cannot be written to one that has gone. */
      @Override
      public void flush() throws IOException {
        if (!hasSpoken) {
          to.writeByte(where);
          to.writeInt(0);
        }
        hasSpoken = false;
        to.flush();
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    }
  }
}
