package io.pumphouse.hal.map;

import java.util.ArrayList;
import java.util.List;

/** A small sound map as a user would write it, to be spoilt line by line. */
final class UserMap {
  static final String TEXT =
      """
      # model: mine
      # title: My pump
      # wires: tcp, rtu-over-tcp
      # word-order: high-first
      # registers-per-request: 16
      # bits-per-request: 32
      # pause: 100ms
      # answer-within: 2.1s
      # absent: s16=32767 s16=-32768 u16=65535
      # readable: input 0-49, 50-99
      # exception-for-absent: 2
      # source manual: Installer manual, page 12
      id,space,address,type,scale,unit,access,min,max,write_min,write_max,absent,metric,label,source
      t1,input,1,s16,0.1,°C,r,-60,60,,,,outdoor_temp,Sensor 1,manual
      t2,input,2,s16,0.01,kW,r,,,,,20000,,"Power, ""net\""",manual
      """;

  /** The least there can be for a wire that is not Modbus, and both ways to write an address. */
  static final String REGO =
      """
      # model: mine
      # title: My old pump
      # wires: rego
      # serial: 19200 8N1
      # pause: 80ms
      # answer-within: 4s
      # offsets: 0, 2
      # shifting: system 0x01FD-0x0213
      # source manual: somewhere
      id,space,address,type,scale,unit,access,min,max,write_min,write_max,absent,metric,label,source
      0x0209,system,0x0209,s16,0.1,°C,r,-20,110,,,-483,return_temp,GT1,manual
      0x0048,system,72,u16,1,h,r,0,,,,,,Hours,manual
      """;

  private UserMap() {}

  static List<String> load(String text) {
    return switch (MapLoader.load(MapText.of("mine", "mine.csv", text), _ -> new Shelf.NotHere())) {
      case Lookup.Found _ -> List.of();
      case Lookup.Unknown _ -> throw new IllegalStateException("a loader does not look up");
      case Lookup.Faulty faulty -> faulty.problems().stream().map(MapProblem::toString).toList();
    };
  }

  /** The problems of the sound map with one line replaced. */
  static List<String> withLine(int line, String replacement) {
    List<String> lines = new ArrayList<>(TEXT.lines().toList());
    lines.set(line - 1, replacement);
    return load(String.join("\n", lines));
  }

  /** The problems of the sound map with one row more, on line 16. */
  static List<String> withRow(String row) {
    return load(TEXT + row);
  }
}
