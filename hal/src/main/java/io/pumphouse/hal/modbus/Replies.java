package io.pumphouse.hal.modbus;

import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import java.util.List;

/** Puts answers into bytes, for the slave. */
final class Replies {
  private static final int ECHO = 5;

  private Replies() {}

  /** An answer that refuses a question of this function. */
  static Frame refusal(int function, int exception) {
    return Messages.pdu(new ExceptionResponse(function, exception));
  }

  /**
   * The answer to a question that was granted.
   *
   * @param values what was read, one per address; ignored for writes
   */
  static Frame pdu(Question question, List<Integer> values) {
    return switch (question) {
      case Read read -> Messages.pdu(message(read, values));
      case WriteOne _, WriteMany _ -> echo(question);
      case Identify _ -> Identities.answer(values);
    };
  }

  /** A write is answered with its own head: function, address, value or count (section 6.11). */
  static Frame echo(Question write) {
    return Questions.pdu(write).slice(0, ECHO);
  }

  private static ModbusResponse message(Read read, List<Integer> values) {
    return switch (read.space()) {
      case COIL -> coils(values);
      case DISCRETE -> discretes(values);
      case INPUT ->
          new ReadInputRegistersResponse(
              values.stream().map(SimpleInputRegister::new).toArray(InputRegister[]::new));
      case HOLDING ->
          new ReadMultipleRegistersResponse(
              values.stream().map(SimpleRegister::new).toArray(Register[]::new));
      case PANEL, SYSTEM, TIMER, GATEWAY, BOARD -> throw Span.notModbus(read.space());
    };
  }

  private static ReadCoilsResponse coils(List<Integer> values) {
    ReadCoilsResponse message = new ReadCoilsResponse(values.size());
    for (int i = 0; i < values.size(); i++) {
      message.setCoilStatus(i, values.get(i) == 1);
    }
    return message;
  }

  private static ReadInputDiscretesResponse discretes(List<Integer> values) {
    ReadInputDiscretesResponse message = new ReadInputDiscretesResponse(values.size());
    for (int i = 0; i < values.size(); i++) {
      message.setDiscreteStatus(i, values.get(i) == 1);
    }
    return message;
  }
}
