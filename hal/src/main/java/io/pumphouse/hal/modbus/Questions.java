package io.pumphouse.hal.modbus;

import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.BitVector;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import java.util.List;

/**
 * Puts questions into bytes, for the master. Those that read are put every second, and laid out
 * here (decision 009); those that write are the library's messages.
 */
final class Questions {
  private Questions() {}

  static Frame pdu(Question question) {
    return switch (question) {
      case Read(var space, int address, int count) ->
          Frame.of(
              Function.reading(space), address >>> 8, address & 0xFF, count >>> 8, count & 0xFF);
      case WriteOne(var space, int address, int value) ->
          Messages.pdu(
              space.isBits()
                  ? new WriteCoilRequest(address, value == 1)
                  : new WriteSingleRegisterRequest(address, new SimpleRegister(value)));
      case WriteMany(var space, int address, var values) ->
          Messages.pdu(
              space.isBits()
                  ? new WriteMultipleCoilsRequest(address, bits(values))
                  : new WriteMultipleRegistersRequest(address, registers(values)));
      case Identify identify -> Identities.question(identify);
    };
  }

  private static BitVector bits(List<Integer> values) {
    BitVector bits = new BitVector(values.size());
    for (int i = 0; i < values.size(); i++) {
      bits.setBit(i, values.get(i) == 1);
    }
    return bits;
  }

  private static Register[] registers(List<Integer> values) {
    return values.stream().map(SimpleRegister::new).toArray(Register[]::new);
  }
}
