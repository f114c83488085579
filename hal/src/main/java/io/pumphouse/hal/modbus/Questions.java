package io.pumphouse.hal.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.BitVector;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import java.util.List;

/** Puts questions into bytes, for the master. */
final class Questions {
  private Questions() {}

  static Frame pdu(Question question) {
    return Messages.pdu(
        switch (question) {
          case Read read -> message(read);
          case WriteOne(var space, int address, int value) ->
              space.isBits()
                  ? new WriteCoilRequest(address, value == 1)
                  : new WriteSingleRegisterRequest(address, new SimpleRegister(value));
          case WriteMany(var space, int address, var values) ->
              space.isBits()
                  ? new WriteMultipleCoilsRequest(address, bits(values))
                  : new WriteMultipleRegistersRequest(address, registers(values));
        });
  }

  private static ModbusRequest message(Read read) {
    int address = read.address();
    int count = read.count();
    return switch (read.space()) {
      case COIL -> new ReadCoilsRequest(address, count);
      case DISCRETE -> new ReadInputDiscretesRequest(address, count);
      case INPUT -> new ReadInputRegistersRequest(address, count);
      case HOLDING -> new ReadMultipleRegistersRequest(address, count);
      case PANEL, SYSTEM, TIMER, GATEWAY -> throw Span.notModbus(read.space());
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
