package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is true of a whole model, beside its registers: the directives at the head of its map file.
 *
 * @param id the name in the configuration: {@code nibe-s1255}
 * @param title what is written on the pump: {@code NIBE S1155 / S1255}
 * @param wires the ways this model can be wired; one protocol, so all of them Modbus or just one
 * @param wordOrder which word of a 32-bit number comes first; means nothing off Modbus
 * @param registersPerRequest the most registers one read may ask for, 1 to 125; 1 off Modbus
 * @param bitsPerRequest the most coils or discrete inputs one read may ask for, 1 to 2000; 1 off
 *     Modbus
 * @param pause the least time this model wants between an answer and the next request, beyond the
 *     protocol's own gap
 * @param answerWithin how long an answer may take, by the maker
 * @param readable the address ranges that answer, per space; a request must stay inside one. Empty
 *     means: every mapped address
 * @param exceptionForAbsent the exception code this model gives for a register it does not have;
 *     means nothing off Modbus
 * @param offsets what may have to be added to addresses of the map, to all of them or to the {@code
 *     shifting} ones; the first is used unless another one proves right. More than one means: find
 *     out, by asking for the outdoor temperature. Use {@link #addressOf}
 * @param quirks what this model does otherwise than its protocol says
 * @param sources the documents behind the rows: key to title, version and place
 * @param serial how its serial line is usually set up
 * @param shifting the addresses an offset is added to, as the map has them; empty means all
 * @param registersPerSecond the most registers that may be asked for in any second, by the maker; 0
 *     if there is no such limit
 * @param neverWrite registers that are never written, whatever the configuration allows: a write
 *     can harm the pump or the house
 * @param otherCables what a Husdata H60 or H66 calls cables to other pumps than this one: two
 *     characters each; what it calls otherwise may be this one's
 */
public record Model(
    String id,
    String title,
    Set<Wire> wires,
    WordOrder wordOrder,
    int registersPerRequest,
    int bitsPerRequest,
    Duration pause,
    Duration answerWithin,
    List<AddressRange> readable,
    int exceptionForAbsent,
    List<Integer> offsets,
    Set<Quirk> quirks,
    Map<String, String> sources,
    SerialHabit serial,
    List<AddressRange> shifting,
    int registersPerSecond,
    Set<RegisterId> neverWrite,
    Set<String> otherCables) {
  public Model {
    wires = Set.copyOf(wires);
    readable = List.copyOf(readable);
    offsets = List.copyOf(offsets);
    quirks = Set.copyOf(quirks);
    sources = Map.copyOf(sources);
    shifting = List.copyOf(shifting);
    neverWrite = Set.copyOf(neverWrite);
    otherCables = Set.copyOf(otherCables);
  }

  /** A model whose serial line is the usual one, and of which every register may be written. */
  public Model(
      String id,
      String title,
      Set<Wire> wires,
      WordOrder wordOrder,
      int registersPerRequest,
      int bitsPerRequest,
      Duration pause,
      Duration answerWithin,
      List<AddressRange> readable,
      int exceptionForAbsent,
      List<Integer> offsets,
      Set<Quirk> quirks,
      Map<String, String> sources) {
    this(
        id,
        title,
        wires,
        wordOrder,
        registersPerRequest,
        bitsPerRequest,
        pause,
        answerWithin,
        readable,
        exceptionForAbsent,
        offsets,
        quirks,
        sources,
        SerialHabit.USUAL,
        List.of(),
        0,
        Set.of(),
        Set.of());
  }

  /** The address to send for a register, if this offset is the right one. */
  public int addressOf(Register register, int offset) {
    boolean isShifting =
        shifting.isEmpty()
            || shifting.stream()
                .anyMatch(
                    range -> range.covers(register.space(), register.address(), register.end()));
    return isShifting ? register.address() + offset : register.address();
  }
}
