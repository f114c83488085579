package io.pumphouse.agent.clock;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A machine whose clock is wrong, in a world that knows the time. Confined to one test. */
final class World implements TimeSource, Authority {
  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private Duration passed = Duration.ZERO;
  private Duration bootedAt = Duration.ZERO;
  private Duration wrongBy;
  private int boots = 1;
  private Witness witness = Witness.NOBODY;

  World(Instant wall) {
    this.wrongBy = Duration.between(START, wall);
  }

  Instant truth() {
    return START.plus(passed);
  }

  String boot() {
    return "boot " + boots;
  }

  @Override
  public Instant wall() {
    return truth().plus(wrongBy);
  }

  @Override
  public long nanos() {
    return passed.minus(bootedAt).toNanos();
  }

  @Override
  public Witness ask(Instant wall, Instant since) {
    return witness;
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /** Somebody sets the clock; the kernel then forgets that it was synchronized. */
  void set(Instant wall) {
    wrongBy = Duration.between(truth(), wall);
    witness = Witness.NOBODY;
  }

  void vouch(Witness by) {
    witness = by;
  }

  /** A time server is reached. */
  void synchronize() {
    set(truth());
    witness = Witness.NETWORK;
  }

  /** The machine is off for a while and starts with another time. */
  void reboot(Duration off, Instant wall) {
    pass(off);
    bootedAt = passed;
    boots++;
    set(wall);
  }
}
