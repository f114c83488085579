package io.pumphouse.agent.store.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What a block is wrapped in, so that a damaged one is told and never misread: format of the body,
 * packing, CRC-32 over everything else (big-endian), body. The body is deflated where that makes it
 * smaller.
 */
public final class Envelope {
  private static final byte FIRST = 1;
  private static final byte NEWEST = Bundle.FORMAT;
  private static final byte PLAIN = 0;
  private static final byte DEFLATED = 1;
  private static final int HEAD = 2 + Integer.BYTES;
  private static final int LARGEST_BODY = 1 << 24;

  private Envelope() {}

  /** For a body of format 1. */
  public static byte[] seal(byte[] body) {
    return seal(FIRST, body);
  }

  static byte[] seal(byte format, byte[] body) {
    byte[] deflated = deflate(body);
    boolean pays = deflated.length < body.length;
    byte[] content = pays ? deflated : body;
    byte packing = pays ? DEFLATED : PLAIN;
    return ByteBuffer.allocate(HEAD + content.length)
        .put(format)
        .put(packing)
        .putInt(checksum(format, packing, ByteBuffer.wrap(content)))
        .put(content)
        .array();
  }

  /** What the body of an envelope is written in, once it was opened. */
  static byte format(byte[] sealed) {
    return sealed[0];
  }

  public static ByteBuffer open(byte[] sealed) throws DamagedBlock {
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    if (bytes.remaining() < HEAD) {
      throw new DamagedBlock("only " + sealed.length + " bytes");
    }
    byte format = bytes.get();
    byte packing = bytes.get();
    int checksum = bytes.getInt();
    if (checksum != checksum(format, packing, bytes.slice())) {
      throw new DamagedBlock("the checksum is wrong");
    }
    if (format < FIRST || format > NEWEST) {
      throw new DamagedBlock("format " + format + ", this agent reads up to " + NEWEST);
    }
    return switch (packing) {
      case PLAIN -> bytes.slice();
      case DEFLATED -> inflate(bytes.slice());
      default -> throw new DamagedBlock("unknown packing " + packing);
    };
  }

  private static int checksum(byte format, byte packing, ByteBuffer content) {
    CRC32 crc = new CRC32();
    crc.update(format);
    crc.update(packing);
    crc.update(content);
    return (int) crc.getValue();
  }

  private static byte[] deflate(byte[] body) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(body);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream(body.length);
      byte[] piece = new byte[1024];
      while (!deflater.finished()) {
        deflated.write(piece, 0, deflater.deflate(piece));
      }
      return deflated.toByteArray();
    }
  }

  private static ByteBuffer inflate(ByteBuffer content) throws DamagedBlock {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(content);
      ByteArrayOutputStream body = new ByteArrayOutputStream(4 * content.remaining());
      byte[] piece = new byte[4096];
      while (!inflater.finished()) {
        int count = inflater.inflate(piece);
        body.write(piece, 0, count);
        if ((count == 0 && inflater.needsInput()) || body.size() > LARGEST_BODY) {
          throw new DamagedBlock("the deflated body has no proper end");
        }
      }
      return ByteBuffer.wrap(body.toByteArray());
    } catch (DataFormatException e) {
      throw new DamagedBlock("the deflated body is damaged", e);
    }
  }
}
