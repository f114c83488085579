package io.pumphouse.agent.board;

import io.pumphouse.agent.config.GpioConfig;
import io.pumphouse.agent.config.GpioConfig.Metering;
import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.Board.Outcome;
import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.gpio.Use;
import io.pumphouse.hal.pump.Meter;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The board of this machine and all that hangs on it. Where the configuration names no pin there is
 * no board, no thread, and nothing of a board's library is loaded. Thread-safe.
 */
public final class BoardRoom implements Pins, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardRoom.class);
  private static final long UNHURRIED_MILLIS = 1_000;
  private static final long BEAT_MILLIS = StatusLamp.FAST.toMillis();
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final Pinout pinout;
  private final TimeSource time;
  private final Map<PumpId, PulseMeter> meters = new LinkedHashMap<>();
  private final KeptBoard board;
  private final SgSwitch sgReady;
  private final List<Duty> duties = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /**
   * A room in which nothing has been touched yet.
   *
   * @param boards gives the board, if there is to be one
   * @param memory asked from the start on, not before
   * @param news told of every change of SG Ready
   */
  public BoardRoom(
      GpioConfig gpio,
      Supplier<Board> boards,
      PulseMemory memory,
      Consumer<SgChange> news,
      TimeSource time) {
    this.pinout = gpio.pinout();
    this.time = time;
    this.board = new KeptBoard(boards, pinout, this::hear, this::tell, time.nanos());
    this.sgReady = new SgSwitch(board, news, time);
    duties.add(board);
    duties.add(sgReady);
    for (Metering metering : gpio.meter()) {
      PulseMeter meter = new PulseMeter(metering.terms(), time);
      meters.put(metering.pump(), meter);
      duties.add(new CountKeeper(metering.pump(), meter, memory, time.nanos()));
    }
    // A platform thread, for the pins are native code.
    this.thread = Thread.ofPlatform().name("board").unstarted(this::run);
  }

  /** The meter of each pump that has one on the board. */
  public Map<PumpId, Meter> meters() {
    return Map.copyOf(meters);
  }

  /**
   * Opens the board soon, without waiting, and goes on trying. Call once.
   *
   * @param isWell whether the health board has nothing to complain of
   * @param isAlarm whether any pump has an alarm
   */
  public void start(BooleanSupplier isWell, BooleanSupplier isAlarm) {
    if (pinout.has(Output.STATUS_LAMP)) {
      duties.add(new StatusLamp(board, isWell, time.nanos()));
    }
    if (pinout.has(Output.ALARM_CONTACT)) {
      duties.add(new AlarmContact(board, isAlarm, time.nanos()));
    }
    if (!pinout.isEmpty()) {
      thread.start();
    }
  }

  @Override
  public Report report() {
    if (pinout.isEmpty()) {
      return Report.NONE;
    }
    List<Seat> seats = new ArrayList<>();
    pinout.pins().forEach((use, pin) -> seats.add(seat(use, pin)));
    return new Report(seats, isSgReadyWired() ? sgReady.stand() : new Nothing(), board.check());
  }

  private Seat seat(Use use, Pin pin) {
    return switch (use) {
      case Output output ->
          new Seat(use.key(), pin.bcm(), pin.isActiveLow(), board.level(output), "");
      case Input.S0_METER -> new Seat(use.key(), pin.bcm(), pin.isActiveLow(), "", meteredPump());
    };
  }

  private String meteredPump() {
    return meters.keySet().stream().map(PumpId::name).findFirst().orElse("");
  }

  private boolean isSgReadyWired() {
    return pinout.has(Output.SG_READY_A);
  }

  @Override
  public Ordered order(SgReady wanted, String who, String why) {
    return isSgReadyWired()
        ? sgReady.order(wanted, who, why)
        : new Refused(
            Reason.NOT_WIRED,
            "no pins are configured for SG Ready",
            "add them to the configuration: gpio: {sg-ready: {a: 17, b: 27}}");
  }

  /** The line {@code board} of the health board, if there is a board. */
  public List<Check> checks() {
    return pinout.isEmpty() ? List.of() : List.of(board.check());
  }

  private void hear(Input input, boolean isActive, long nanos) {
    meters.values().forEach(meter -> meter.edge(input, isActive, nanos));
  }

  private void tell(Outcome outcome) {
    if (outcome instanceof Board.Done && isSgReadyWired()) {
      sgReady.opened();
    }
    for (PulseMeter meter : meters.values()) {
      switch (outcome) {
        case Board.Done _ -> meter.begin();
        case Board.Failed(String cause, _) -> meter.outOfOrder(cause);
      }
    }
  }

  private void run() {
    try {
      do {
        duties.forEach(duty -> survive(() -> duty.beat(time.nanos())));
      } while (!stop.await(untilNextBeat(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    duties.reversed().forEach(duty -> survive(duty::end));
  }

  /** On the beat, so that a lamp blinks evenly; a board without one has time. */
  private long untilNextBeat() {
    long beat = pinout.has(Output.STATUS_LAMP) ? BEAT_MILLIS : UNHURRIED_MILLIS;
    return beat - TimeUnit.NANOSECONDS.toMillis(time.nanos()) % beat;
  }

  private static void survive(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException bug) {
      LOG.error("looking after the board failed", bug);
    }
  }

  /** Keeps what was counted, puts the outputs at rest and lets go of the pins. Twice is fine. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(LONGEST_END)) {
        LOG.warn("the board was not let go of in {}", LONGEST_END);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
