package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmMistakesTest {
  private static final String TEXT =
      """
      ## My pump's list.
      # source manual: page 40
      code,bit,class,severity,text,source
      7,,A,alarm,"Too hot, much",manual
      ,t1,,,Too cold,manual
      """;

  @Test
  void aSoundTableHasCodesAndBits() {
    Problems problems = new Problems("mine.csv");
    AlarmTable table = AlarmLoader.load(MapText.of("mine", "mine.csv", TEXT), problems);
    assertThat(problems.inOrder()).isEmpty();
    assertThat(table.byCode(7))
        .contains(new Alarm("7", "A", Severity.ALARM, "Too hot, much", "page 40"));
    assertThat(table.bits().values())
        .containsExactly(new Alarm("t1", "", Severity.UNKNOWN, "Too cold", "page 40"));
  }

  @Test
  void aRowIsACodeOrABit() {
    assertThat(withRow("8,t8,,,Text,manual"))
        .containsExactly("mine.csv:6: code \"8\", bit \"t8\": give one of the two");
    assertThat(withRow(",,,,Text,manual"))
        .containsExactly("mine.csv:6: code \"\", bit \"\": give one of the two");
  }

  @Test
  void zeroMeansNoAlarmAndIsNoCode() {
    assertThat(withRow("0,,,,Text,manual"))
        .containsExactly("mine.csv:6: code \"0\": use a whole number from 1 to 65535");
  }

  @Test
  void aCodeHasOneMeaning() {
    assertThat(withRow("7,,,,Text,manual"))
        .containsExactly("mine.csv:6: \"7\" again: give each code and each bit one row");
  }

  @Test
  void anUnknownSeverityNamesTheNearest() {
    assertThat(withRow("8,,,warn,Text,manual"))
        .containsExactly(
            "mine.csv:6: severity \"warn\": did you mean \"alarm\"? known are alarm, warning, info");
  }

  @Test
  void everyAlarmHasATextAndASource() {
    assertThat(withRow("8,,,,,manual")).containsExactly("mine.csv:6: text \"\": write something");
    assertThat(withRow("8,,,,Text,"))
        .containsExactly(
            "mine.csv:6: source \"\": use the key of a \"# source key: document\" line at the head");
  }

  @Test
  void anotherHeaderIsAMistake() {
    assertThat(problems("# source manual: page 40\ncode;text"))
        .containsExactly(
            "mine.csv:2: header row \"code;text\": after the sources comes"
                + " code,bit,class,severity,text,source");
    assertThat(problems("")).hasSize(1);
  }

  @Test
  void onlySourcesStandAboveTheHeader() {
    assertThat(problems("# title: My list\n" + TEXT))
        .containsExactly(
            "mine.csv:1: \"# title: My list\": write it like \"# source manual: document, place,"
                + " version, licence\"");
  }

  @Test
  void aRowHasSixCells() {
    assertThat(withRow("8,Text"))
        .containsExactly(
            "mine.csv:6: \"8,Text\": a row has 6 cells, separated by commas; quote whole cells that"
                + " have one");
  }

  private static List<String> withRow(String row) {
    return problems(TEXT + row);
  }

  private static List<String> problems(String text) {
    Problems problems = new Problems("mine.csv");
    AlarmLoader.load(MapText.of("mine", "mine.csv", text), problems);
    return problems.inOrder().stream().map(MapProblem::toString).toList();
  }
}
