package io.pumphouse.web.page;

import io.pumphouse.web.model.PumpStatus;
import java.util.List;

/**
 * Everything on the page of registers. Public because compiled templates live in a package of their
 * own.
 *
 * @param pump the pump
 * @param line how its line serves; empty until something is known of it
 * @param looked the register that is looked into; empty if none is
 * @param registers the list of registers
 * @param frames the newest frames, newest first
 */
public record Workbench(
    PumpStatus pump,
    List<LineView> line,
    List<Decoded> looked,
    RegisterList registers,
    List<FrameRow> frames) {
  public Workbench {
    line = List.copyOf(line);
    looked = List.copyOf(looked);
    frames = List.copyOf(frames);
  }
}
