package io.pumphouse.hal.modbus;

import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One round of asking a unit for blocks of registers: takes note of what it refuses, and stops
 * asking when nobody is there. Used once, by the thread that owns the bus.
 */
final class ReadRound {
  private final ModbusBus bus;
  private final int unit;
  private final Dialect dialect;
  private final Cuts cuts;
  private final List<Sample> samples = new ArrayList<>();
  private Link link = new Link.Untried();
  private Function<Block, Outcome> asking;

  ReadRound(ModbusBus bus, int unit, Dialect dialect, Cuts cuts) {
    this.bus = bus;
    this.unit = unit;
    this.dialect = dialect;
    this.cuts = cuts;
    this.asking = this::put;
  }

  private Outcome put(Block block) {
    Question question = dialect.shifted(block.question());
    return block.isListed() ? bus.askListed(unit, question) : bus.ask(unit, question);
  }

  void ask(List<Block> blocks) {
    blocks.forEach(this::ask);
  }

  /**
   * One sample for each register of the blocks asked, in their order. Left out are those that were
   * refused together: they are to be planned and asked for anew.
   */
  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** What the round says about the line; untried if there was nothing to ask. */
  Link link() {
    return link;
  }

  private void ask(Block block) {
    switch (asking.apply(block)) {
      case Answered(List<Integer> values, Moment at) -> answered(block, values, at);
      case Refused(int exception, Moment at) -> refused(block, exception, at);
      case Failed failed -> failed(block, failed);
    }
  }

  private void answered(Block block, List<Integer> values, Moment at) {
    link = new Link.Up();
    for (Register register : block.registers()) {
      samples.add(dialect.sample(register, block.words(register, values), at));
    }
    if (block.isSingle()) {
      // Should its company be refused after all, that block is narrowed down again.
      cuts.mend(block.registers().getFirst());
    }
    cuts.heard(block);
  }

  private void refused(Block block, int exception, Moment at) {
    link = new Link.Up();
    if (!isAboutRegisters(exception)) {
      invalid(block, new Fault.Refused(exception), at);
    } else if (block.isSingle()) {
      cuts.around(block.registers().getFirst());
      invalid(block, new Fault.Refused(exception), at);
    } else {
      cuts.halve(block);
    }
  }

  /**
   * NIBE refuses a block with an absent register in it with 1, others with 2, 3 or 4. The other
   * codes speak of the moment or of a gateway, and hold for every register alike.
   */
  private static boolean isAboutRegisters(int exception) {
    return exception >= 1 && exception <= 4;
  }

  private void failed(Block block, Failed failed) {
    invalid(block, failed.fault(), failed.at());
    if (failed.fault() instanceof Fault.NoAnswer || failed.fault() instanceof Fault.LineDown) {
      // A pump that is gone costs one timeout a round, not one a block.
      asking = _ -> failed;
    }
    if (!(link instanceof Link.Up)) {
      link = linkAfter(block, failed);
    }
  }

  private Link linkAfter(Block block, Failed failed) {
    if (failed.fault() instanceof Fault.LineDown(String cause)) {
      return new Link.Down(cause, failed.next());
    }
    String cause = block + " on " + bus.name() + " unit " + unit + ": " + failed.fault().words();
    return new Link.Silent(cause, failed.next());
  }

  private void invalid(Block block, Fault fault, Moment at) {
    for (Register register : block.registers()) {
      samples.add(new Invalid(register.id(), at, fault));
    }
  }
}
