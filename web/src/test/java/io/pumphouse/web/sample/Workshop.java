package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Latency;
import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.Signs;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.hal.reading.TracedFrame.Direction;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LineStatus;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.model.Trace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The house's line with a late answer on it, and three of its registers. */
public final class Workshop {
  private static final PumpId HOUSE = Villa.HOUSE.id();
  private static final Moment TAKEN = new Moment(Readings.TAKEN, Duration.ofHours(3));
  private static final Duration AGE = Duration.ofMillis(1500);
  private static final Register OUTDOOR = register("30002", 1, "Outdoor", Unit.CELSIUS);
  private static final Register NEVER = register("31470", 1469, "Periodic <b>hot</b>", Unit.DAY);
  private static final Register ALONE = register("30088", 87, "Brine meter", Unit.BAR);

  private Workshop() {}

  public static Diagnostics diagnostics() {
    return diagnostics(new FakeBoard());
  }

  public static Diagnostics diagnostics(Pins pins) {
    return new Diagnostics(
        pump -> Optional.of(line()).filter(line -> line.pump().equals(pump)),
        new MadeUpRegisters(),
        new MadeUpTrace(),
        new MadeUpMachine(),
        pins,
        new MadeUpDoctor());
  }

  private static LineStatus line() {
    return new LineStatus(
        HOUSE,
        "192.0.2.10:502",
        1,
        new LineReport(
            106,
            new Signs(Map.of(Sign.GOOD, 100L, Sign.TIMEOUT, 3L, Sign.LATE, 3L, Sign.REFUSED, 3L)),
            Map.of(2, 2L, 11, 1L),
            1_272,
            4_512,
            new Latency(
                List.of(0L, 0L, 0L, 0L, 40L, 60L, 3L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L),
                Duration.ofMillis(47)),
            new Signs(Map.of(Sign.STRANGER, 2L)),
            1,
            0.0625,
            List.of(new Advice("too-slow", "3 answers came too late", "set answer-within: 2s"))),
        new LastAnswer.At(Readings.TAKEN, AGE));
  }

  private static Register register(String id, int address, String label, Unit unit) {
    return new Register(
        new RegisterId(id),
        Space.INPUT,
        address,
        RegisterType.S16,
        new BigDecimal("0.1"),
        unit,
        false,
        -32_768,
        32_767,
        Set.of(),
        label,
        "made up");
  }

  private static final class MadeUpRegisters implements Registers {
    @Override
    public Stream<RegisterStatus> registers(PumpId pump) {
      return pump.equals(HOUSE) ? Stream.of(well(), unasked(), alone()) : Stream.empty();
    }

    private static RegisterStatus well() {
      Reading reading = new Reading(OUTDOOR.id(), TAKEN, -38);
      return new RegisterStatus(
          "outdoor_temp",
          OUTDOOR,
          Duration.ofSeconds(5),
          new Last.Was<>(reading, AGE),
          new Last.Was<>(reading, AGE),
          new Last.Never<>(),
          List.of(0xFFDA),
          99,
          1,
          0);
    }

    private static RegisterStatus unasked() {
      return new RegisterStatus(
          "register:31470",
          NEVER,
          Duration.ZERO,
          new Last.Never<>(),
          new Last.Never<>(),
          new Last.Never<>(),
          List.of(),
          0,
          0,
          0);
    }

    private static RegisterStatus alone() {
      RegisterId id = ALONE.id();
      return new RegisterStatus(
          "register:30088",
          ALONE,
          Duration.ofMinutes(1),
          new Last.Was<>(
              new Invalid(id, TAKEN, new Fault.Quarantined(Villa.NOW.plusSeconds(60))), AGE),
          new Last.Never<>(),
          new Last.Was<>(new Invalid(id, TAKEN, new Fault.Refused(2)), AGE),
          List.of(),
          0,
          0,
          4);
    }

    /** What may be written; the lists of registers do without. */
    private static Stream<RegisterStatus> settings(PumpId pump) {
      return pump.equals(HOUSE)
          ? Stream.of(
              setting("47041", "room_setpoint", "Room setpoint", Unit.CELSIUS, 50, 300),
              setting("47042", "wobbly", "Curve offset", Unit.NONE, -100, 100),
              setting("47043", "locked", "Heating curve", Unit.NONE, 0, 150),
              setting("45171", "alarm_reset", "Alarm reset", Unit.NONE, 10, 10))
          : Stream.empty();
    }

    private static RegisterStatus setting(
        String id, String name, String label, Unit unit, long lowest, long highest) {
      Register register =
          new Register(
              new RegisterId(id),
              Space.HOLDING,
              1,
              RegisterType.S16,
              new BigDecimal("0.1"),
              unit,
              new Access.Within(lowest, highest),
              -32_768,
              32_767,
              Set.of(),
              label,
              "made up");
      Reading reading = new Reading(register.id(), TAKEN, 205);
      return new RegisterStatus(
          name,
          register,
          Duration.ZERO,
          new Last.Was<>(reading, AGE),
          new Last.Was<>(reading, AGE),
          new Last.Never<>(),
          List.of(205),
          1,
          0,
          0);
    }

    @Override
    public Optional<RegisterStatus> register(PumpId pump, String name) {
      return Stream.concat(registers(pump), settings(pump))
          .filter(each -> each.name().equals(name) || each.register().id().name().equals(name))
          .findFirst();
    }

    @Override
    public List<Decoding> decode(PumpId pump, RegisterId register, List<Integer> words) {
      BigDecimal raw = BigDecimal.valueOf(words.getFirst());
      return List.of(
          new Decoding("u16", "", raw, raw.movePointLeft(1), "too hot", false, false),
          new Decoding("s16", "", raw, raw.movePointLeft(1), "", true, true),
          new Decoding("u32", "low-first", raw, raw, words.size() + " words", false, false));
    }
  }

  private static final class MadeUpTrace implements Trace {
    @Override
    public List<TracedFrame> newest(PumpId pump, int most) {
      List<TracedFrame> frames =
          List.of(
              frame(41, Direction.SENT, "01 04 00 01 00 01 60 0A", "read input 1", ""),
              frame(42, Direction.HEARD, "01 04 02 FF", "", "it broke off after 4 bytes"),
              frame(43, Direction.OVERHEARD, "DA 78", "", ""));
      return frames.subList(Math.max(0, frames.size() - most), frames.size());
    }

    private static TracedFrame frame(
        long number, Direction direction, String hex, String meaning, String fault) {
      return new TracedFrame(number, Readings.TAKEN, direction, 1, hex, meaning, fault);
    }

    @Override
    public List<TracedFrame> after(PumpId pump, long number, Duration atMost) {
      return newest(pump, FRAMES).stream().filter(frame -> frame.number() > number).toList();
    }
  }
}
