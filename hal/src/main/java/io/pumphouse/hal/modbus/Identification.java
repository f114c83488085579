package io.pumphouse.hal.modbus;

import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Question.Identify;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks a device what it calls itself (function 43 type 14), which changes nothing in it. Few answer
 * that: a refusal, silence or nonsense means that this one does not say, and nothing else. Used
 * once, by the thread that owns the bus.
 */
public final class Identification {
  private static final int VENDOR = 0;
  private static final int PRODUCT = 1;
  private static final int VERSION = 2;

  /** One answer for each of the three texts is the most that a long-winded device needs. */
  private static final int MOST_QUESTIONS = 3;

  private final ModbusBus bus;
  private final int unit;
  private final Map<Integer, String> texts = new TreeMap<>();

  /** An identification of this unit, not asked for yet. */
  public Identification(ModbusBus bus, int unit) {
    this.bus = bus;
    this.unit = unit;
  }

  /** Asks, in one question or up to three; blank where the device does not say. */
  public Nameplate ask() {
    int from = VENDOR;
    for (int asked = 0; asked < MOST_QUESTIONS; asked++) {
      Optional<Part> part = part(from);
      part.ifPresent(heard -> texts.putAll(heard.texts()));
      if (part.isEmpty() || !part.get().isFollowed()) {
        break;
      }
      from = part.get().next();
    }
    return new Nameplate(text(VENDOR), text(PRODUCT), text(VERSION));
  }

  /** What one answer says, in words. */
  static String words(int from, List<Integer> said) {
    return Part.of(from, said).map(part -> String.join(", ", part.texts().values())).orElse("");
  }

  private String text(int object) {
    return texts.getOrDefault(object, "");
  }

  private Optional<Part> part(int from) {
    return bus.ask(unit, new Identify(from)) instanceof Answered(List<Integer> said, _)
        ? Part.of(from, said)
        : Optional.empty();
  }

  /**
   * One answer, understood.
   *
   * @param texts by the number of the object
   * @param isFollowed whether there is more to ask for
   * @param next the object to go on with, beyond those heard
   */
  record Part(Map<Integer, String> texts, boolean isFollowed, int next) {
    private static final int CONFORMITY = 0;
    private static final int MORE = 1;
    private static final int NEXT = 2;
    private static final int OBJECTS = 4;
    private static final Set<Integer> CONFORMITIES = Set.of(1, 2, 3, 0x81, 0x82, 0x83);
    private static final int FOLLOWED = 0xFF;

    Part {
      texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /**
     * Understands what follows the echo in an answer whose length was checked.
     *
     * @param from the object asked for
     * @return empty if it is not what the specification draws
     */
    static Optional<Part> of(int from, List<Integer> said) {
      Map<Integer, String> texts = new TreeMap<>();
      int expected = from;
      for (int at = OBJECTS; at < said.size(); at += 2 + said.get(at + 1)) {
        int object = said.get(at);
        if (object < expected) {
          return Optional.empty();
        }
        texts.put(object, printable(said.subList(at + 2, at + 2 + said.get(at + 1))));
        expected = object + 1;
      }
      int more = said.get(MORE);
      boolean isDrawn =
          CONFORMITIES.contains(said.get(CONFORMITY)) && (more == 0 || more == FOLLOWED);
      boolean isFollowed = more == FOLLOWED && said.get(NEXT) >= expected && expected > from;
      return isDrawn ? Optional.of(new Part(texts, isFollowed, said.get(NEXT))) : Optional.empty();
    }

    /** It is ASCII by the specification, and ends in a log and on a terminal. */
    private static String printable(List<Integer> bytes) {
      StringBuilder text = new StringBuilder();
      bytes.forEach(each -> text.append(each >= ' ' && each < 0x7F ? (char) (int) each : '?'));
      return text.toString().strip();
    }
  }
}
