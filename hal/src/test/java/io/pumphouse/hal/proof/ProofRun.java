package io.pumphouse.hal.proof;

import java.util.List;

/**
 * The proof without a test around it, for as many exchanges as one likes: SEED EXCHANGES. Prints a
 * line per protocol: name, exchanges, values believed, wrong, undetectable, damaged answers, those
 * of them that were whole by chance, storms, lame first polls and lame second polls after them,
 * seconds; tab between them.
 */
final class ProofRun {
  private ProofRun() {}

  /** Every protocol. */
  static List<Subject> subjects() {
    return List.of(
        ModbusWires.rtu(),
        ModbusWires.rtuOverTcp(),
        ModbusWires.tcp(),
        RegoSubject.inMemory(),
        H1Subject.inMemory());
  }

  public static void main(String[] typed) {
    long seed = Long.parseLong(typed[0]);
    long exchanges = Long.parseLong(typed[1]);
    for (Subject subject : subjects()) {
      long began = System.nanoTime();
      Result result = InMemory.run(subject, seed, exchanges);
      System.out.println(row(subject, result, System.nanoTime() - began));
      result.tally().lies().forEach(System.err::println);
    }
  }

  private static String row(Subject subject, Result result, long nanos) {
    Tally tally = result.tally();
    return String.join(
        "\t",
        subject.name(),
        Long.toString(result.exchanges()),
        Long.toString(tally.believed()),
        Long.toString(tally.wrong() + tally.tooLate()),
        Long.toString(tally.undetectable()),
        Long.toString(result.damaged()),
        Long.toString(result.wholeByChance()),
        Long.toString(tally.storms()),
        Long.toString(tally.lame()),
        Long.toString(tally.lost()),
        "%.1f".formatted(nanos / 1e9));
  }
}
