package io.pumphouse.hal.rego;

import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.rego.Contact.At;
import io.pumphouse.hal.rego.Contact.Nowhere;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Failed;
import io.pumphouse.hal.rego.Outcome.Trouble;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Outcome.Unasked;
import io.pumphouse.hal.rego.Question.Read;
import io.pumphouse.hal.rego.Question.Write;
import java.util.Optional;

/** One register written once and read back. Nothing here is ever repeated. */
final class Writing {
  private static final String UNKNOWN =
      "read the register or look at the pump's display before writing again";

  private final RegoBus bus;
  private final Contact contact;

  Writing(RegoBus bus, Contact contact) {
    this.bus = bus;
    this.contact = contact;
  }

  Written write(Register register, long raw) {
    int word = Raw.word(register, raw);
    Optional<Trouble> gone = contact.make();
    if (gone.isPresent()) {
      return notSent(gone.get());
    }
    return switch (contact.place(register)) {
      case At(int address) -> write(register, new Write(register.space(), address, word));
      case Nowhere(Base.NoneFits(String cause, String next, _)) ->
          new Written.NotSent(cause, next, bus.now());
    };
  }

  private Written write(Register register, Write write) {
    return switch (bus.ask(write)) {
      case Answered<Integer> _ -> readBack(register, write);
      case Failed<Integer>(Trouble trouble) -> unknown(trouble);
      case Unasked<Integer>(Trouble trouble) -> {
        contact.doubt(trouble);
        yield notSent(trouble);
      }
    };
  }

  /** The answer to a write says only that the pump heard it. */
  private Written readBack(Register register, Write write) {
    return switch (bus.ask(new Read(write.space(), write.address()))) {
      case Answered<Integer>(Integer word, var at) when word == write.word() ->
          new Written.Done(Raw.of(register, word), at);
      case Answered<Integer>(Integer word, var at) ->
          new Written.Ignored(Raw.of(register, word), at);
      case Unanswered<Integer> no -> unknown(no.trouble());
    };
  }

  private Written unknown(Trouble trouble) {
    contact.doubt(trouble);
    return new Written.Unknown(trouble.fault(), UNKNOWN, trouble.at());
  }

  private static Written notSent(Trouble trouble) {
    return new Written.NotSent(trouble.fault().words(), trouble.next(), trouble.at());
  }
}
