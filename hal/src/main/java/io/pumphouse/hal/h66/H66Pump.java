package io.pumphouse.hal.h66;

import io.pumphouse.hal.h66.Pages.NoLine;
import io.pumphouse.hal.h66.Pages.Told;
import io.pumphouse.hal.h66.Pages.Untold;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A heat pump behind a Husdata H60 or H66. Confined to the thread that owns its line.
 *
 * <p>One page tells everything, so a round is one request, whatever is asked. The gateway answers
 * from memory: how old a number is in there it does not tell. What the page leaves out is {@link
 * Fault.Unmentioned}: a gateway that starts knows little at first, so that is no "not fitted".
 *
 * <p>A cable to another maker's pump is asked for before the first page, after each fault and every
 * hour: the same ids mean other things there. Nothing is written: by what factor settings are told
 * is disputed (docs/decisions/022).
 */
public final class H66Pump implements HeatPump {
  /** Weight of the past in the mean of what a page costs. */
  private static final int MEMORY = 8;

  /** What a page is reckoned to cost until one was read: our guess. */
  private static final Duration GUESS = Duration.ofSeconds(1);

  private final String line;
  private final RegisterMap map;
  private final TimeSource time;
  private final Pages pages;
  private final CableCheck cable;
  private Link link = new Link.Untried();
  private Duration cost;
  private boolean isCostKnown;

  /**
   * A pump that has not been asked yet.
   *
   * @param line to the gateway's web server; opened for each page
   * @param map what its model has, ids as addresses of the gateway's space
   * @param answerWithin how long a page may take, from the question to its end
   * @param witness hears of every page, as unit 0
   */
  public H66Pump(
      Line line, RegisterMap map, Duration answerWithin, TimeSource time, Witness witness) {
    this.line = line.name();
    this.map = map;
    this.time = time;
    this.pages = new Pages(line, answerWithin, time, witness);
    this.cable = new CableCheck(pages, map.model().otherCables(), time);
    this.cost = GUESS;
  }

  @Override
  public RegisterMap map() {
    return map;
  }

  /** One request; reckoned with a guess, and once it was made, with the time it took. */
  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    registers.forEach(this::register);
    return registers.isEmpty()
        ? List.of()
        : List.of(new PlannedRead(List.copyOf(registers), new AllData().question(), cost));
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    List<Register> asked = registers.stream().map(this::register).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    return switch (cable.look(link instanceof Link.Up)) {
      case CableCheck.Fits _ -> everything(asked);
      case CableCheck.Wrong(String cause, String next) -> {
        link = new Link.Silent(line + ": " + cause, next);
        yield invalid(asked, new Fault.LineDown(link.cause()));
      }
      case CableCheck.Untold(Trouble trouble) -> silent(asked, new Status(), trouble);
      case CableCheck.NoLine(Broken why) -> down(asked, why);
    };
  }

  private List<Sample> everything(List<Register> asked) {
    Moment began = time.now();
    return switch (pages.get(new AllData())) {
      case NoLine<Numbers>(Broken why) -> down(asked, why);
      case Untold<Numbers>(Trouble trouble) -> silent(asked, new AllData(), trouble);
      case Told<Numbers>(Numbers numbers, Moment at) -> {
        link = link(numbers);
        learn(began.ageAt(at));
        yield asked.stream().map(register -> numbers.of(register, at)).toList();
      }
    };
  }

  private List<Sample> down(List<Register> asked, Broken why) {
    link = new Link.Down(why.cause(), why.next());
    return invalid(asked, new Fault.LineDown(why.cause()));
  }

  private List<Sample> silent(List<Register> asked, Page<?> page, Trouble trouble) {
    link =
        new Link.Silent(
            page.question() + " on " + line + ": " + trouble.fault().words(), trouble.next());
    return invalid(asked, trouble.fault());
  }

  private Link link(Numbers numbers) {
    if (map.registers().stream().anyMatch(numbers::has)) {
      return new Link.Up();
    }
    String tried = new AllData().question() + " on " + line + ": ";
    return numbers.count() == 0
        ? new Link.Silent(
            tried + "the gateway knows no number of its pump yet",
            "after a start it needs a minute; if it stays, check the cable from gateway to pump")
        : new Link.Silent(
            tried + "none of its numbers is one of " + map.model().id(),
            "check the model: which maker's pump is the gateway connected to?");
  }

  private void learn(Duration latest) {
    cost = isCostKnown ? cost.multipliedBy(MEMORY - 1).plus(latest).dividedBy(MEMORY) : latest;
    isCostKnown = true;
  }

  private List<Sample> invalid(List<Register> asked, Fault fault) {
    Moment now = time.now();
    return asked.stream().<Sample>map(each -> new Invalid(each.id(), now, fault)).toList();
  }

  @Override
  public Written write(RegisterId id, long raw) {
    return new Written.NotSent(
        register(id).id() + " := " + raw + ": nothing is written through an H60 or H66",
        "change it at the pump, or on the gateway's own page",
        time.now());
  }

  private Register register(RegisterId id) {
    Optional<Register> register = map.find(id);
    return register.orElseThrow(
        () -> new IllegalArgumentException(map.model().id() + " has no register " + id));
  }

  @Override
  public Link link() {
    return link;
  }
}
