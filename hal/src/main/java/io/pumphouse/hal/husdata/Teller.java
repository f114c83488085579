package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.modbus.RegisterBank.Refusal;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a gateway says, and to what. Confined to one thread. */
final class Teller {
  private static final Pattern WRITE = Pattern.compile("XW([0-9A-F]{4})([0-9A-F]{4})");
  private static final Map<Unit, String> UNITS =
      Map.of(Unit.CELSIUS, "c", Unit.PERCENT, "%", Unit.HOUR, "h");
  private static final BigDecimal TENTH = new BigDecimal("0.1");
  private static final int LONGEST_COMMAND = 16;

  private final RegisterMap map;
  private final RegisterBank bank;
  private final Map<Register, Integer> told = new HashMap<>();
  private final StringBuilder begun = new StringBuilder();
  private boolean hasLabels;
  private boolean isFull;

  Teller(RegisterMap map, RegisterBank bank) {
    this.map = map;
    this.bank = bank;
  }

  /** Takes what was typed, in pieces of any size; CR alone ends a command too. */
  Frame heard(Frame typed) {
    Frame answer = Frame.empty();
    for (int i = 0; i < typed.length(); i++) {
      char each = (char) typed.at(i);
      if (each == '\r' || each == '\n') {
        answer = answer.plus(obey(begun.toString()));
        begun.setLength(0);
      } else if (begun.length() < LONGEST_COMMAND) {
        begun.append(each);
      }
    }
    return answer;
  }

  private Frame obey(String command) {
    return switch (command) {
      case "XR" -> everything();
      case "XP" -> {
        hasLabels = !hasLabels;
        yield Spelling.LABELS;
      }
      case "XM" -> {
        isFull = !isFull;
        yield Spelling.FULL_UPDATES;
      }
      case "!" -> {
        hasLabels = false;
        isFull = false;
        yield everything();
      }
      default -> {
        write(command);
        yield Frame.empty();
      }
    };
  }

  /** Whether it is to tell everything from time to time unasked. */
  boolean isFull() {
    return isFull;
  }

  Frame everything() {
    told.clear();
    return changes();
  }

  /** What is not as it was told last. */
  Frame changes() {
    Frame lines = Frame.empty();
    for (Register register : map.registers()) {
      OptionalInt word = word(register);
      if (word.isPresent() && !Integer.valueOf(word.getAsInt()).equals(told.get(register))) {
        told.put(register, word.getAsInt());
        lines = lines.plus(Spelling.command(line(register, word.getAsInt())));
      }
    }
    return lines;
  }

  /** The gateway has sixteen bits for everything; what its pump does not have it does not tell. */
  private OptionalInt word(Register register) {
    return switch (bank.read(Space.GATEWAY, register.address(), 1)) {
      case Values(List<Integer> words) -> OptionalInt.of(words.getFirst());
      case Refusal _ -> OptionalInt.empty();
    };
  }

  private String line(Register register, int word) {
    String line = Spelling.line(register.address(), word);
    return hasLabels ? line + label(register, word) : line;
  }

  /** The gateway knows tenths and whole numbers; a kW in the map is so many watts here. */
  private static String label(Register register, int word) {
    int places = register.scale().compareTo(TENTH) == 0 ? 1 : 0;
    BigDecimal value = BigDecimal.valueOf(Spelling.number(word), places).setScale(1);
    String digits = HexFormat.of().withUpperCase().toHexDigits(register.address(), 3);
    return " "
        + digits
        + " "
        + ascii(register.label())
        + " ("
        + value
        + UNITS.getOrDefault(register.unit(), " ")
        + ")";
  }

  private static String ascii(String label) {
    return label.replaceAll("[^ -~]", "?");
  }

  private void write(String command) {
    Matcher matcher = WRITE.matcher(command);
    if (matcher.matches()) {
      int id = HexFormat.fromHexDigits(matcher.group(1));
      int number = Spelling.number(HexFormat.fromHexDigits(matcher.group(2)));
      map.registers().stream()
          .filter(register -> register.address() == id)
          .forEach(register -> write(register, BigDecimal.valueOf(number, 1)));
    }
  }

  /** A pump that does not take the number leaves the gateway with nothing to tell. */
  private void write(Register register, BigDecimal value) {
    int raw = value.divide(register.scale(), 0, RoundingMode.HALF_EVEN).intValue();
    bank.write(Space.GATEWAY, register.address(), List.of(raw & 0xFFFF));
  }
}
