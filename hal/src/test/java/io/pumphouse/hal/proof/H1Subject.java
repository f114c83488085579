package io.pumphouse.hal.proof;

import io.pumphouse.hal.husdata.HurriedH1;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Husdata H1 whose labels are on and stay on: everything in answer to every question, a line for
 * each number, which says it twice. That is its only check, so a line is whole if both agree.
 *
 * @param quiet silence that ends an update
 */
record H1Subject(String name, Duration answerWithin, Duration pause, Duration quiet, Reach reach)
    implements Subject {
  private static final int FIRST = 0x0101;
  private static final int REGISTERS = 6;

  /** Above this a word stands for a number below zero. */
  private static final int HIGHEST = 60_000;

  private static final String ASKED = "XR\r\n";
  private static final Pattern LINE_END = Pattern.compile("(?<=\n)");
  private static final Pattern LINE =
      Pattern.compile(
          "XR([0-9A-F])([0-9A-F]{3})([0-9A-F]{4}) +([0-9A-F]{3}) [^\n]*\\((-?[0-9]+)\\.?([0-9]?)[^()0-9\n]*\\)\r\n",
          Pattern.DOTALL);

  /** As the maps have it: lateness as far as the pause after giving up reaches. */
  static H1Subject inMemory() {
    Duration answerWithin = Duration.ofSeconds(5);
    Duration pause = Duration.ofMillis(80);
    Duration quiet = Duration.ofMillis(300);
    Reach reach =
        new Reach(
            Duration.ofSeconds(2),
            answerWithin.plus(pause),
            quiet.dividedBy(2),
            quiet.dividedBy(2));
    return new H1Subject("Husdata H1", answerWithin, pause, quiet, reach);
  }

  /** A real port, in real time: short waits, and room for a busy machine within the bounds. */
  static H1Subject pty() {
    Duration answerWithin = Duration.ofMillis(60);
    Duration pause = Duration.ofMillis(40);
    Duration quiet = Duration.ofMillis(40);
    Reach reach =
        new Reach(
            Duration.ofMillis(20), Duration.ofMillis(80), Duration.ZERO, Duration.ofMillis(5));
    return new H1Subject("Husdata H1 on a pty", answerWithin, pause, quiet, reach);
  }

  @Override
  public HeatPump pump(Line line, TimeSource time) {
    return HurriedH1.pump(line, map(), time, quiet);
  }

  @Override
  public int key(Register register) {
    return register.address();
  }

  @Override
  public Frame answer(Frame question, Truth.Now now) {
    return text(question).equals(ASKED)
        ? bytes(ids().mapToObj(id -> line(id, now.word(id))).collect(Collectors.joining()))
        : Frame.empty();
  }

  private static String line(int id, int word) {
    int tenths = word > HIGHEST ? word - 0x1_0000 : word;
    return "XR%04X%04X %03X Number %d (%sc)\r\n"
        .formatted(id, word, id & 0xFFF, id, BigDecimal.valueOf(tenths, 1));
  }

  @Override
  public List<Frame> parts(Frame answer) {
    return LINE_END.splitAsStream(text(answer)).map(H1Subject::bytes).toList();
  }

  /** Nobody else is on this line; but its master's own question may be echoed. */
  @Override
  public Frame foreign(Frame question, Random random) {
    return question;
  }

  @Override
  public Optional<List<Long>> said(Frame frame) {
    Matcher line = LINE.matcher(text(frame));
    if (!line.matches() || !line.group(2).equals(line.group(4))) {
      return Optional.empty();
    }
    int word = Integer.parseInt(line.group(3), 16);
    int id = Integer.parseInt(line.group(1) + line.group(2), 16);
    return isSame(word, line.group(5), line.group(6))
        ? Optional.of(List.of(claim(id, word)))
        : Optional.empty();
  }

  /** A line says of which register it speaks. */
  @Override
  public long claim(int key, long word) {
    return (long) key << 16 | word;
  }

  /** A label may tell the number or its tenth. */
  private static boolean isSame(int word, String whole, String tenth) {
    BigDecimal told = new BigDecimal(tenth.isEmpty() ? whole : whole + "." + tenth);
    return IntStream.of(word, (short) word)
        .mapToObj(BigDecimal::valueOf)
        .anyMatch(
            number -> told.compareTo(number) == 0 || told.movePointRight(1).compareTo(number) == 0);
  }

  private static IntStream ids() {
    return IntStream.range(FIRST, FIRST + REGISTERS);
  }

  private static String text(Frame frame) {
    return new String(frame.toBytes(), StandardCharsets.ISO_8859_1);
  }

  private static Frame bytes(String text) {
    return Frame.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private RegisterMap map() {
    Model model =
        new Model(
            "proof",
            "Proof",
            Set.of(Wire.HUSDATA_H1),
            WordOrder.LOW_FIRST,
            1,
            1,
            pause,
            answerWithin,
            List.of(),
            2,
            List.of(0),
            Set.of(),
            Map.of());
    return new RegisterMap(
        model, ids().mapToObj(H1Subject::register).toList(), new EnumMap<>(Metric.class));
  }

  private static Register register(int id) {
    return new Register(
        new RegisterId("%04X".formatted(id)),
        Space.GATEWAY,
        id,
        RegisterType.S16,
        BigDecimal.ONE,
        Unit.NONE,
        false,
        HIGHEST + 1 - 0x1_0000,
        HIGHEST,
        Set.of(),
        "register " + id,
        "proof");
  }
}
