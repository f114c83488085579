package io.pumphouse.hal.rego;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.rego.Contact.At;
import io.pumphouse.hal.rego.Contact.Nowhere;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Trouble;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Question.Read;
import java.util.function.Function;

/** One round of asking for registers, until the pump is found to be gone. Used once. */
final class ReadRound {
  private final RegoBus bus;
  private final Contact contact;
  private Function<Register, Sample> asking;

  ReadRound(RegoBus bus, Contact contact) {
    this.bus = bus;
    this.contact = contact;
    this.asking = this::first;
  }

  Sample sample(Register register) {
    return asking.apply(register);
  }

  private Sample first(Register register) {
    asking = this::ask;
    contact.make().ifPresent(this::giveUp);
    return asking.apply(register);
  }

  private void giveUp(Trouble trouble) {
    asking = register -> invalid(register, trouble);
  }

  private Sample ask(Register register) {
    return switch (contact.place(register)) {
      case At(int address) -> ask(register, new Read(register.space(), address));
      case Nowhere(Base.NoneFits why) ->
          new Invalid(
              register.id(),
              bus.now(),
              new Fault.Quarantined(why.at().wall().plus(Contact.LOOK_AGAIN)));
    };
  }

  private Sample ask(Register register, Read read) {
    return switch (bus.ask(read)) {
      case Answered<Integer>(Integer word, var at) -> register.judge(Raw.of(register, word), at);
      case Unanswered<Integer> no -> {
        contact.doubt(no.trouble()).ifPresent(this::giveUp);
        yield invalid(register, no.trouble());
      }
    };
  }

  private static Sample invalid(Register register, Trouble trouble) {
    return new Invalid(register.id(), trouble.at(), trouble.fault());
  }
}
