package io.pumphouse.hal.map;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is true of a whole model, beside its registers: the directives at the head of its map file.
 *
 * @param id the name in the configuration: {@code nibe-s1255}
 * @param title what is written on the pump: {@code NIBE S1155 / S1255}
 * @param wires the ways this model can be wired
 * @param wordOrder which word of a 32-bit number comes first
 * @param registersPerRequest the most registers one read may ask for, 1 to 125
 * @param bitsPerRequest the most coils or discrete inputs one read may ask for, 1 to 2000
 * @param pause the least time this model wants between an answer and the next request, beyond the
 *     protocol's own gap
 * @param answerWithin how long an answer may take, by the maker
 * @param readable the address ranges that answer, per space; a request must stay inside one. Empty
 *     means: every mapped address
 * @param exceptionForAbsent the exception code this model gives for a register it does not have
 * @param offsets what may have to be added to every address of the map; the first is used unless
 *     another one proves right. More than one means: find out, by asking for the outdoor
 *     temperature
 * @param quirks what this model does otherwise than its protocol says
 * @param sources the documents behind the rows: key to title, version and place
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
    Map<String, String> sources) {
  public Model {
    wires = Set.copyOf(wires);
    readable = List.copyOf(readable);
    offsets = List.copyOf(offsets);
    quirks = Set.copyOf(quirks);
    sources = Map.copyOf(sources);
  }
}
