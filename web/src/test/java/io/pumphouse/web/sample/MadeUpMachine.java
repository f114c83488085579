package io.pumphouse.web.sample;

import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Vitals.Figure;
import io.pumphouse.web.model.Wear;
import java.time.Duration;

/** A Pi with a card that nobody can count the agent's writing on. */
final class MadeUpMachine implements MachineHealth {
  @Override
  public Vitals vitals() {
    return new Vitals(
        new Figure.Known(0.125),
        new Figure.Known(300_000_000),
        new Figure.Known(1_000_000_000),
        new Figure.Unknown(),
        Vitals.Power.WAS_LOW);
  }

  @Override
  public Wear wear() {
    return new Wear(
        new Wear.Disk.Device("mmcblk0", 32_000_000_000L),
        8_000_000_000L,
        new Wear.Written.Uncounted("the kernel does not tell"),
        new Wear.Written.Bytes(25_000_000),
        Duration.ofHours(6),
        new Wear.Life.Estimated(43.8, "a new card"));
  }
}
