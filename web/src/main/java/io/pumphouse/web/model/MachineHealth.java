package io.pumphouse.web.model;

/** How the machine and its disk fare. Thread-safe and quick; at most a minute old. */
public interface MachineHealth {
  Vitals vitals();

  Wear wear();
}
