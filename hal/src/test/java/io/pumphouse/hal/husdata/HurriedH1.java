package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/** A pump behind a gateway that is quicker than any real one, so that real time is not long. */
public final class HurriedH1 {
  private HurriedH1() {}

  /**
   * A pump that has not been asked yet.
   *
   * @param quiet silence that ends an update
   */
  public static HeatPump pump(Line line, RegisterMap map, TimeSource time, Duration quiet) {
    Tempo usual = Tempo.of(map);
    Tempo hurried = new Tempo(usual.answerWithin(), usual.update(), usual.pause(), quiet);
    return new H1Pump(line, map, time, Witness.none(), hurried);
  }
}
