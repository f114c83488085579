package io.pumphouse.hal.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusMessage;
import io.pumphouse.hal.line.Frame;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Between the library's message objects and the bytes of a message. */
final class Messages {
  /** The library reads a message with its unit number in front. */
  private static final Frame ANY_UNIT = Frame.of(0);

  private Messages() {}

  /** Function code and data. */
  static Frame pdu(ModbusMessage message) {
    return Frame.of(message.getFunctionCode()).plus(Frame.of(message.getMessage()));
  }

  /**
   * Fills the message from these bytes.
   *
   * @param pdu of the length that function and byte count call for
   */
  static <M extends ModbusMessage> M filled(M message, Frame pdu) {
    message.setHeadless();
    try (var bytes = new ByteArrayInputStream(ANY_UNIT.plus(pdu).toBytes())) {
      message.readFrom(new DataInputStream(bytes));
    } catch (IOException shorterThanChecked) {
      throw new UncheckedIOException(shorterThanChecked);
    }
    return message;
  }
}
