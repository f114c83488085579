package io.pumphouse.web.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes the few forms of DER that a certificate is made of (ITU-T X.690). Pure functions. */
final class Der {
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT = 0x06;
  private static final int UTF8 = 0x0C;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(SET, parts);
  }

  static byte[] integer(byte[] value) {
    return tagged(INTEGER, value);
  }

  static byte[] bits(byte[] value) {
    return tagged(BIT_STRING, new byte[] {0}, value); // 0: no bit of the last octet is unused
  }

  static byte[] octets(byte[] value) {
    return tagged(OCTET_STRING, value);
  }

  /** An object identifier, its encoded octets given in hexadecimal digits. */
  static byte[] object(String hex) {
    return tagged(OBJECT, HexFormat.of().parseHex(hex));
  }

  static byte[] text(String value) {
    return tagged(UTF8, value.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code yyMMddHHmmssZ}. */
  static byte[] time(String value) {
    return tagged(UTC_TIME, value.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    writeLength(whole, content.size());
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }

  /** One octet below 128; else how many octets follow, and those, most significant first. */
  private static void writeLength(ByteArrayOutputStream to, int length) {
    if (length < 0x80) {
      to.write(length);
    } else if (length < 0x100) {
      to.write(0x81);
      to.write(length);
    } else {
      to.write(0x82);
      to.write(length >> 8);
      to.write(length);
    }
  }
}
