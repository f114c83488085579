package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.util.List;

/**
 * How one device puts its map into frames. Immutable.
 *
 * @param offset what is added to every address of the map
 * @param order which word of a 32-bit number comes first
 * @param isOrderProven whether that is known of this device; if not, no 32-bit number is believed
 */
record Dialect(int offset, WordOrder order, boolean isOrderProven) {
  /** What the map says, for a model that leaves nothing open. */
  static Dialect of(Model model) {
    return new Dialect(model.offsets().getFirst(), model.wordOrder(), true);
  }

  /** The question that asks for this register alone. */
  Question read(Register register) {
    return shifted(new Read(register.space(), register.address(), register.type().width()));
  }

  /** The same question, put to the addresses that this device uses. */
  Question shifted(Question question) {
    if (offset == 0) {
      return question;
    }
    return switch (question) {
      case Read(var space, int address, int count) -> new Read(space, address + offset, count);
      case WriteOne(var space, int address, int value) ->
          new WriteOne(space, address + offset, value);
      case WriteMany(var space, int address, var values) ->
          new WriteMany(space, address + offset, values);
      case Identify _ -> question;
    };
  }

  /** Whether the words of this register can be put together. */
  boolean knows(Register register) {
    return isOrderProven || register.type().width() == 1;
  }

  /** What these words say about this register. */
  Sample sample(Register register, List<Integer> words, Moment at) {
    return knows(register) || words.getFirst().equals(words.getLast())
        ? register.judge(Words.raw(register.type(), order, words), at)
        : new Invalid(register.id(), at, new Fault.Garbled(OrderProbe.NOT_PROVEN));
  }
}
