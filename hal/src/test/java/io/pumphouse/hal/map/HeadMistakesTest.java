package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadMistakesTest {
  @Test
  void anEmptyFileSaysHowToBegin() {
    assertThat(UserMap.load(""))
        .containsExactly("mine.csv:1: empty file: begin with \"# model: nibe-s1255\"");
  }

  @Test
  void anUnknownDirectiveNamesTheNearest() {
    assertThat(UserMap.withLine(10, "# readible: input 0-99"))
        .containsExactly(
            "mine.csv:10: directive \"readible\": did you mean \"readable\"? known are model,"
                + " title, wires, serial, word-order, registers-per-request, bits-per-request,"
                + " pause, registers-per-second, answer-within, absent, readable,"
                + " exception-for-absent, offsets, shifting, quirks, never-write, other-cables,"
                + " alarms, values, source");
  }

  @Test
  void aCommentWithOneHashIsNotTakenForADirective() {
    assertThat(UserMap.withLine(10, "# only inputs answer"))
        .containsExactly(
            "mine.csv:10: no directive \"# only inputs answer\": a directive is \"# name: value\","
                + " a comment starts with ##");
  }

  @Test
  void aMissingDirectiveIsAskedForWithAnExample() {
    assertThat(UserMap.withLine(7, ""))
        .containsExactly(
            "mine.csv:13: no directive \"pause\" above the header row: add a line like \"# pause:"
                + " 100ms\"");
  }

  @Test
  void aDirectiveIsSaidOnce() {
    assertThat(UserMap.withLine(10, "# pause: 1s"))
        .containsExactly("mine.csv:10: pause a second time: keep one of the two lines");
  }

  @Test
  void aDirectiveBelowTheHeaderRowIsAMistake() {
    assertThat(UserMap.withRow("# pause: 1s"))
        .containsExactly("mine.csv:16: \"# pause: 1s\": directives stand above the header row");
  }

  @Test
  void valuesAreOfAMetricThatARowCarries() {
    assertThat(UserMap.withLine(10, "# values outdoor_temp: 0=cold, -5=colder")).isEmpty();
    assertThat(UserMap.withLine(10, "# values priority: 10=off"))
        .containsExactly(
            "mine.csv:10: values \"priority\": name a metric that one of the rows carries");
    assertThat(UserMap.withLine(10, "# values prioritty: 10=off"))
        .singleElement()
        .asString()
        .contains("priority");
  }

  @Test
  void eachNumberStandsForOneWord() {
    for (String wrong : List.of("10", "10=", "ten=off")) {
      assertThat(UserMap.withLine(10, "# values outdoor_temp: 1=on, " + wrong))
          .containsExactly(
              "mine.csv:10: values \""
                  + wrong
                  + "\": write number=word, each number once, such as 10=off, 20=hot water");
    }
    assertThat(UserMap.withLine(10, "# values outdoor_temp: 1=on, 1=off")).hasSize(1);
  }

  @Test
  void aDirectiveHasAValue() {
    assertThat(UserMap.withLine(2, "# title:"))
        .containsExactly("mine.csv:2: title \"\": write it like \"# title: NIBE S1155 / S1255\"");
  }

  @Test
  void theModelIsNamedLikeTheFile() {
    assertThat(UserMap.withLine(1, "# model: yours"))
        .containsExactly("mine.csv:1: model \"yours\": the file is named \"mine.csv\"");
  }

  @Test
  void anUnknownWireNamesTheNearest() {
    assertThat(UserMap.withLine(3, "# wires: tcp, rtu-over-udp"))
        .containsExactly(
            "mine.csv:3: wire \"rtu-over-udp\": did you mean \"rtu-over-tcp\"? known are tcp, rtu,"
                + " rtu-over-tcp, rego, husdata-h1, husdata-h66");
  }

  @Test
  void anUnknownWordOrderNamesTheNearest() {
    assertThat(UserMap.withLine(4, "# word-order: high_first"))
        .containsExactly(
            "mine.csv:4: word order \"high_first\": did you mean \"high-first\"? known are"
                + " low-first, high-first");
  }

  @Test
  void aRequestHasAtMostAsManyRegistersAsModbusAllows() {
    assertThat(UserMap.withLine(5, "# registers-per-request: 126"))
        .containsExactly(
            "mine.csv:5: registers-per-request \"126\": use a whole number from 1 to 125");
  }

  @Test
  void aTimeHasAUnit() {
    assertThat(UserMap.withLine(8, "# answer-within: 2"))
        .containsExactly(
            "mine.csv:8: answer-within \"2\": use a time from 1ms to 60s, such as 100ms or 2.1s");
  }

  @Test
  void anAnswerTakesSomeTimeAndAPauseNeedNot() {
    assertThat(UserMap.withLine(8, "# answer-within: 0s")).hasSize(1);
    assertThat(UserMap.withLine(7, "# pause: 0s")).isEmpty();
  }

  @Test
  void aSentinelFitsItsType() {
    assertThat(UserMap.withLine(9, "# absent: s16=65535"))
        .containsExactly("mine.csv:9: absent \"65535\": use whole numbers from -32768 to 32767");
  }

  @Test
  void aRangeBeginsBeforeItEnds() {
    assertThat(UserMap.withLine(10, "# readable: input 0-49, 99-50"))
        .containsExactly(
            "mine.csv:10: readable \"99-50\": write first-last, from 0 to 65535, or one address");
  }

  @Test
  void aSourceHasAKey() {
    assertThat(UserMap.withLine(10, "# source: a manual"))
        .containsExactly(
            "mine.csv:10: source \"a manual\": give it a key of one word, like \"# source manual:"
                + " document, place, version, licence\"");
  }

  @Test
  void aSourceKeyIsGivenOnce() {
    assertThat(UserMap.withLine(11, "# source manual: another").getFirst())
        .isEqualTo(
            "mine.csv:12: source \"manual\": this key is taken by a line above; choose another");
  }

  @Test
  void anotherHeaderRowIsAMistake() {
    assertThat(UserMap.withLine(13, "id;space;address"))
        .containsExactly(
            "mine.csv:13: header row \"id;space;address\": after the directives comes"
                + " id,space,address,type,scale,unit,access,min,max,write_min,write_max,absent,metric,label,source");
  }

  @Test
  void aMapWithoutRowsIsAMistake() {
    assertThat(UserMap.load(String.join("\n", UserMap.TEXT.lines().limit(13).toList())))
        .containsExactly("mine.csv:13: no rows: write one row for each register");
  }

  @Test
  void anOffsetIsAWholeNumber() {
    assertThat(UserMap.withLine(10, "# offsets: 0, x"))
        .containsExactly("mine.csv:10: offsets \"x\": use a whole number from -65535 to 65535");
  }

  @Test
  void anUnknownQuirkNamesTheNearest() {
    assertThat(UserMap.withLine(10, "# quirks: log-set, word-swop"))
        .containsExactly(
            "mine.csv:10: quirk \"word-swop\": did you mean \"word-swap\"? known are write-multiple,"
                + " log-set, word-swap, identifies");
  }

  @Test
  void aSerialLineIsWrittenAsTechniciansDo() {
    assertThat(UserMap.withLine(10, "# serial: 19200 8E1")).isEmpty();
    assertThat(UserMap.withLine(10, "# serial: 19200 7E1"))
        .containsExactly(
            "mine.csv:10: serial \"19200 7E1\": write baud from 300 to 4000000, 8, N, E or O, 1 or 2,"
                + " such as 9600 8N1");
  }

  @Test
  void aRegisterNeverToBeWrittenIsOneOfTheMap() {
    assertThat(UserMap.withLine(10, "# never-write: t1")).isEmpty();
    assertThat(UserMap.withLine(10, "# never-write: t1, t9"))
        .containsExactly("mine.csv:10: never-write \"t9\": name registers by the id of their row");
  }

  @Test
  void anAlarmTableExists() {
    assertThat(UserMap.withLine(10, "# alarms: mine"))
        .containsExactly(
            "mine.csv:10: alarms \"mine\": name one that comes with the program, such as nibe-s, or"
                + " put mine.csv into a folder \"alarms\" beside the maps");
  }
}
