package io.pumphouse.hal.rego;

import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.rego.BaseProbe.Looked;
import io.pumphouse.hal.rego.BaseProbe.Unfinished;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Trouble;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Question.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether the pump is there, and where it has its sensors. A pump that was not there last time is
 * asked for its version before anything else, so a silent one costs one timeout, and a line that
 * leads to something else is noticed. A pump that fails to answer is asked for its version too:
 * what a Rego does not answer is its own trouble, what it answers says that it is still there.
 */
final class Contact {
  /** How long to leave it when no place for the sensors makes sense. */
  static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final RegoBus bus;
  private final RegisterMap map;
  private final List<AddressRange> moving;
  private Link link = new Link.Untried();
  private Base base = new Base.Unknown();
  private BaseProbe probe;

  Contact(RegoBus bus, RegisterMap map, List<AddressRange> moving) {
    this.bus = bus;
    this.map = map;
    this.moving = List.copyOf(moving);
    this.probe = new BaseProbe(bus, map, this.moving);
  }

  /** Where a register is on this pump. */
  sealed interface Place {}

  record At(int address) implements Place {}

  /** Nobody knows, and the wrong number would be worse than none. */
  record Nowhere(Base.NoneFits why) implements Place {}

  Link link() {
    return link instanceof Link.Up && base instanceof Base.NoneFits(var cause, var next, _)
        ? new Link.Up(cause, next)
        : link;
  }

  Base base() {
    return base;
  }

  /** Makes sure that the pump is there and its base looked for; says why it is not. */
  Optional<Trouble> make() {
    return knockIfNeeded().or(() -> isLookDue() ? look() : Optional.empty());
  }

  /** Makes sure that the pump is there. */
  Optional<Trouble> knockIfNeeded() {
    return link instanceof Link.Up ? Optional.empty() : knock();
  }

  /** Takes note of a failure, and finds out whether the pump is still there; says why it is not. */
  Optional<Trouble> doubt(Trouble trouble) {
    return trouble.fault() instanceof Fault.LineDown ? Optional.of(lost(trouble)) : knock();
  }

  private Optional<Trouble> knock() {
    return switch (bus.ask(new Version())) {
      case Answered<Integer>(Integer version, _) when version == Version.REGO_600 -> {
        link = new Link.Up();
        yield Optional.empty();
      }
      case Answered<Integer>(Integer version, var at) -> {
        Fault stranger = new Fault.Implausible(version);
        yield Optional.of(lost(new Trouble(stranger, NextStep.after(stranger), at)));
      }
      case Unanswered<Integer> no -> Optional.of(lost(no.trouble()));
    };
  }

  private Trouble lost(Trouble trouble) {
    if (trouble.fault() instanceof Fault.LineDown(String cause)) {
      link = new Link.Down(cause, trouble.next());
      // Another pump may be at the end of the line when it comes back.
      forgetBase();
    } else {
      String cause = new Version().words() + " on " + bus.name() + ": " + words(trouble.fault());
      link = new Link.Silent(cause, trouble.next());
    }
    return trouble;
  }

  private static String words(Fault fault) {
    return fault instanceof Fault.Implausible(long version)
        ? "it calls itself " + version + ", not " + Version.REGO_600
        : fault.words();
  }

  private void forgetBase() {
    base = new Base.Unknown();
    probe = new BaseProbe(bus, map, moving);
  }

  private boolean isLookDue() {
    return switch (base) {
      case Base.Unknown _ -> true;
      case Base.Found _ -> false;
      case Base.NoneFits(_, _, var at) -> at.ageAt(bus.now()).compareTo(LOOK_AGAIN) >= 0;
    };
  }

  private Optional<Trouble> look() {
    if (!probe.isNeeded()) {
      base = new Base.Found(map.model().offsets().getFirst());
      return Optional.empty();
    }
    if (base instanceof Base.NoneFits) {
      forgetBase();
    }
    return switch (probe.look()) {
      case Looked(Base found) -> {
        base = found;
        yield Optional.empty();
      }
      case Unfinished(Trouble trouble) -> doubt(trouble).or(() -> Optional.of(trouble));
    };
  }

  /** Where to ask for a register; before contact, where it most likely is. */
  Place place(Register register) {
    int first = map.model().offsets().getFirst();
    return switch (base) {
      case Base.Unknown _ -> at(first, register);
      case Base.Found(int offset) -> at(offset, register);
      case Base.NoneFits none when isMoving(register) -> new Nowhere(none);
      case Base.NoneFits _ -> at(0, register);
    };
  }

  private Place at(int offset, Register register) {
    return new At(new Addressing(moving, offset).onWire(register.space(), register.address()));
  }

  private boolean isMoving(Register register) {
    return Addressing.isMoving(moving, register.space(), register.address());
  }
}
