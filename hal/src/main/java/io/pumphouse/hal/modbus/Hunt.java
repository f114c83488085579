package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The search for what makes a pump refuse a block: its halves are asked for apart, and theirs, each
 * in a request of its own. Between two of them others on the bus may have their turn, so what is
 * known so far is kept here. Confined to the bus thread.
 */
final class Hunt {
  private final Block whole;
  private final Set<Register> open;
  private final Set<Register> guilty = new HashSet<>();
  private final List<Block> halved = new ArrayList<>();

  /** A search that begins with the refusal of this block, of more than one register. */
  Hunt(Block refused) {
    this.whole = refused;
    this.open = new HashSet<>(refused.registers());
    halved.add(refused);
  }

  boolean covers(Block block) {
    return block.space() == whole.space()
        && block.address() >= whole.address()
        && block.end() <= whole.end();
  }

  /** A part of it, of more than one register, was refused too. */
  void halve(Block part) {
    halved.add(part);
  }

  /** These answered. */
  void heard(List<Register> registers) {
    registers.forEach(open::remove);
  }

  /** This one was refused when asked for alone. */
  void found(Register register) {
    if (open.remove(register)) {
      guilty.add(register);
    }
  }

  /** Whether it is known of every register by now. */
  boolean isOver() {
    return open.isEmpty();
  }

  /** Whether a request would reach out of the block that was refused, or across a middle. */
  boolean divides(Space space, int from, int end) {
    return space == whole.space()
        && (isInside(whole.address(), from, end)
            || isInside(whole.end(), from, end)
            || halved.stream().anyMatch(block -> isInside(middle(block), from, end)));
  }

  private static boolean isInside(int cut, int from, int end) {
    return from < cut && cut < end;
  }

  /**
   * Where a refusal is nobody's fault: each half of a block is good, so what was refused is the gap
   * between them, or so many at once.
   */
  List<Integer> gaps() {
    return halved.stream().filter(this::isGood).map(Hunt::middle).toList();
  }

  private boolean isGood(Block block) {
    return guilty.stream().noneMatch(block.registers()::contains)
        && halved.stream().noneMatch(other -> !other.equals(block) && isPart(other, block));
  }

  private static boolean isPart(Block part, Block block) {
    return part.address() >= block.address() && part.end() <= block.end();
  }

  private static int middle(Block block) {
    return block.upperHalf().address();
  }

  Space space() {
    return whole.space();
  }
}
