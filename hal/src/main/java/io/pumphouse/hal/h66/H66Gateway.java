package io.pumphouse.hal.h66;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An H60 or H66 as its web server shows it: {@code /api/alldata} and {@code /status}, one page a
 * connection, everything else not found. Confined to the thread that serves one connection.
 */
public final class H66Gateway {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_QUESTION = 2_048;

  private final Line line;
  private final RegisterMap map;
  private final RegisterBank bank;

  /**
   * A gateway for one connection.
   *
   * @param line the connection
   * @param map which numbers it knows
   * @param bank what they are, one address of the gateway's space each; what is refused is not told
   */
  public H66Gateway(Line line, RegisterMap map, RegisterBank bank) {
    this.line = line;
    this.map = map;
    this.bank = bank;
  }

  /**
   * Opens the line if need be, answers one question and closes.
   *
   * @return why it ended
   */
  public Broken serve() {
    if (line.open() instanceof Broken why) {
      return why;
    }
    Broken end = answer();
    line.close();
    return end;
  }

  private Broken answer() {
    StringBuilder question = new StringBuilder();
    while (question.indexOf("\r\n\r\n") < 0 && question.length() < LONGEST_QUESTION) {
      switch (line.hear(PATIENCE)) {
        case Bytes(Frame bytes) ->
            question.append(new String(bytes.toBytes(), StandardCharsets.ISO_8859_1));
        case Silence _ -> {
          return new Broken(line.name() + ": nobody asks", "");
        }
        case Broken why -> {
          return why;
        }
      }
    }
    byte[] page = page(question.toString()).getBytes(StandardCharsets.US_ASCII);
    return line.send(Frame.of(page)) instanceof Broken why
        ? why
        : new Broken(line.name() + ": answered", "");
  }

  private String page(String question) {
    if (question.startsWith("GET /api/alldata ")) {
      return page("200 OK", everything());
    }
    return question.startsWith("GET /status ")
        ? page("200 OK", "{\"status\":{" + version() + "}}")
        : page("404 Not Found", "{\"error\":\"not found\"}");
  }

  private static String page(String status, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }

  /** Of the cables that somebody knows, the one that is not another pump's. */
  private String version() {
    return Arrays.stream(Cable.values())
        .map(Cable::code)
        .filter(code -> !map.model().otherCables().contains(code))
        .limit(1)
        .map(code -> "\"H1ver\":\"" + code + "00\"")
        .collect(Collectors.joining());
  }

  private String everything() {
    return map.registers().stream()
        .flatMap(
            register ->
                bank.read(Space.GATEWAY, register.address(), 1)
                        instanceof Values(List<Integer> words)
                    ? Stream.of(member(register, words.getFirst()))
                    : Stream.empty())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String member(Register register, int word) {
    long number = register.type() == RegisterType.S16 ? (short) word : Integer.toUnsignedLong(word);
    return "\"%04X\":%d".formatted(register.address(), number);
  }
}
