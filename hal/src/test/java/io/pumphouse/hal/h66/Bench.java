package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Overheard;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A pump behind a gateway whose pages are scripted, as an IVT. */
final class Bench implements Witness {
  static final RegisterId OUTDOOR = new RegisterId("0007");
  static final Duration WITHIN = Duration.ofSeconds(5);

  /** From a gateway at an IVT (Lauri-Iivarinen/husdata-dashboard-v2, backend/util/constants.py). */
  static final String SAMPLE =
      """
      {"0001":224,"0002":-483,"0003":224,"0004":224,"0005":63,"0006":76,"0007":-26,"0008":-483,\
      "0009":-483,"000A":482,"000B":315,"3104":0,"0107":225,"0111":480,"0203":200,"2204":50,\
      "2205":19,"0207":6,"0208":480,"020B":40,"7209":0,"1215":1,"1233":0,"020A":250,"2210":0,\
      "1A01":0,"1A02":0,"1A03":0,"1A04":0,"1A05":1,"1A06":1,"1A07":0,"1A20":0,"BA91":210,\
      "6C55":0,"6C56":107260,"6C58":11930,"6C59":2020}\
      """;

  final FakeTime time = new FakeTime();
  final Map<String, List<Cue>> answers = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<Transaction> seen = new ArrayList<>();
  final H66Pump pump;

  Bench() {
    cable("0032");
    page("/api/alldata", SAMPLE);
    ScriptedLine line = new ScriptedLine(time, this::answer);
    pump = new H66Pump(line, map("husdata-h66-ivt"), WITHIN, time, this);
  }

  static RegisterMap map(String model) {
    return ((Lookup.Found) new RegisterMaps().find(model)).map();
  }

  private List<Cue> answer(Frame question) {
    String text = new String(question.toBytes(), StandardCharsets.US_ASCII);
    assertThat(text).endsWith("\r\n\r\n").contains("\r\nHost: scripted line\r\n");
    String path = text.substring(4, text.indexOf(' ', 4));
    asked.add(path);
    return answers.getOrDefault(path, List.of());
  }

  void cable(String version) {
    page("/status", "{\"status\":{\"H1ver\":\"%s\",\"rssi\":-61},\"x\":[]}".formatted(version));
  }

  void page(String path, String body) {
    says(path, http("200 OK", body));
  }

  void says(String path, String answer) {
    answers.put(path, List.of(new Says(Duration.ofMillis(120), bytes(answer))));
  }

  static String http(String status, String body) {
    return "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body);
  }

  static Frame bytes(String text) {
    return Frame.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Sample only(String id) {
    return pump.read(List.of(new RegisterId(id))).getFirst();
  }

  long raw(String id) {
    Sample sample = only(id);
    assertThat(sample).isInstanceOf(Reading.class);
    return ((Reading) sample).raw();
  }

  Fault fault(String id) {
    Sample sample = only(id);
    assertThat(sample).isInstanceOf(Invalid.class);
    return ((Invalid) sample).fault();
  }

  @Override
  public void saw(Transaction transaction) {
    seen.add(transaction);
  }

  @Override
  public void overheard(Overheard stray) {
    throw new AssertionError("a connection of its own has no strays: " + stray);
  }
}
