package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The packed form of a long while, format 2. Inside the {@link Envelope}: faults; beats; how many
 * strands; of each how far its number is from the one before, which beat is its own, how many bytes
 * follow, and those: what is not a value, then the values. So whoever wants few series skips the
 * others. Pure functions.
 */
public final class Bundle {
  static final byte FORMAT = 2;

  private Bundle() {}

  /** Packs everything that was heard. */
  public static byte[] pack(Strands strands) {
    Ink ink = new Ink();
    ink.number(strands.faults().size());
    strands.faults().forEach(fault -> FaultCode.write(ink, fault));
    Map<Beat, Integer> beats = new LinkedHashMap<>();
    for (Strand strand : strands.all()) {
      beats.putIfAbsent(strand.beat(), beats.size());
    }
    writeBeats(ink, beats);
    ink.number(strands.all().size());
    int before = 0;
    for (Strand strand : strands.all()) {
      ink.number(strand.series() - before);
      ink.number(beats.getOrDefault(strand.beat(), 0));
      byte[] column = column(strand);
      ink.number(column.length);
      ink.bytes(column);
      before = strand.series();
    }
    return Envelope.seal(FORMAT, ink.toBytes());
  }

  private static void writeBeats(Ink ink, Map<Beat, Integer> beats) {
    ink.number(beats.size());
    Optional<Beat> before = Optional.empty();
    for (Beat beat : beats.keySet()) {
      beat.write(ink, before);
      before = Optional.of(beat);
    }
  }

  private static byte[] column(Strand strand) {
    Ink ink = new Ink();
    Deltas.write(ink, strand.states());
    Deltas.write(ink, strand.values());
    return ink.toBytes();
  }

  /** Tells the series that are wanted, once all of them are read. */
  static Unpacked tell(Eye eye, Hearer hearer) {
    List<Fault> faults = eye.list(FaultCode::read);
    List<Beat> beats = readBeats(eye);
    List<Strand> strands = new ArrayList<>();
    int series = 0;
    int samples = 0;
    for (int left = eye.count(); left > 0; left--) {
      series += eye.count();
      Beat beat = beats.get(eye.count());
      int length = eye.count();
      if (hearer.wants(series)) {
        strands.add(strand(eye, series, beat, faults.size()));
        samples += beat.monos().size();
      } else {
        eye.skip(length);
      }
    }
    if (!eye.isAtTheEnd()) {
      return new Unpacked.Damaged("it goes on after its end");
    }
    strands.forEach(strand -> strand.tell(hearer, faults));
    return new Unpacked.Whole(samples);
  }

  private static List<Beat> readBeats(Eye eye) {
    List<Beat> beats = new ArrayList<>();
    Optional<Beat> before = Optional.empty();
    for (int left = eye.count(); left > 0; left--) {
      Beat beat = Beat.read(eye, before);
      beats.add(beat);
      before = Optional.of(beat);
    }
    return beats;
  }

  private static Strand strand(Eye eye, int series, Beat beat, int faults) {
    Longs states = new Longs(beat.monos().size());
    int values = 0;
    for (long state : Deltas.read(eye, beat.monos().size())) {
      if (state < Column.VALUE || state >= Column.FIRST_FAULT + faults) {
        throw new IllegalArgumentException("a fault beyond the last");
      }
      states.add(state);
      values += state == Column.VALUE ? 1 : 0;
    }
    return new Strand(series, beat, states, Longs.of(Deltas.read(eye, values)));
  }
}
