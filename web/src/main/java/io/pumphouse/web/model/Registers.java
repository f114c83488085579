package io.pumphouse.web.model;

import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The register doctor: what each register gave, when, and why not. Thread-safe. */
public interface Registers {
  /**
   * Every register of the pump's map, polled or not, in the order of the map; none for a pump that
   * does not exist. Each is looked up when it is reached.
   */
  Stream<RegisterStatus> registers(PumpId pump);

  /**
   * One register.
   *
   * @param name the maker's number, or the public name: {@code 30002}, {@code outdoor_temp}
   */
  Optional<RegisterStatus> register(PumpId pump, String name);

  /**
   * Every way to read these words for this register; none if the pump has no such register.
   *
   * @param words one or two, each 0 to 65535
   */
  List<Decoding> decode(PumpId pump, RegisterId register, List<Integer> words);
}
