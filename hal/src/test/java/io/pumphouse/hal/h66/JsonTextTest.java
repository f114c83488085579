package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.h66.JsonText.Cut;
import io.pumphouse.hal.h66.JsonText.Whole;
import io.pumphouse.hal.h66.JsonText.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  private static final String ALL =
      " {\"0001\" : 224,\"0007\":-26,\r\n\"a\":[1,{\"b\":[]}, \"x\\\"y\\u00e5\"],"
          + "\"c\":{},\"d\":true,\"e\":null,\"f\":1.5e-3} ";

  @Test
  void everyKindOfValueIsRead() {
    assertThat(JsonText.read(ALL))
        .isInstanceOfSatisfying(
            Whole.class,
            whole ->
                assertThat(whole.thing().members())
                    .containsEntry("0001", new Json.Amount("224"))
                    .containsEntry("0007", new Json.Amount("-26"))
                    .containsEntry("a", new Json.Other("a list"))
                    .containsEntry("d", new Json.Other("true"))
                    .containsEntry("f", new Json.Amount("1.5e-3")));
  }

  /** A cut answer must never pass for a short one, wherever it is cut. */
  @Test
  void whatIsCutAnywhereIsCut() {
    int end = ALL.lastIndexOf('}');
    for (int length = 0; length <= end; length++) {
      assertThat(JsonText.read(ALL.substring(0, length))).as("%d", length).isInstanceOf(Cut.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "[]",
        "224",
        "{'0001':224}",
        "{0001:224}",
        "{\"0001\":224,}",
        "{\"0001\":0224}",
        "{\"0001\":+4}",
        "{\"0001\":22.}",
        "{\"0001\":.5}",
        "{\"0001\":NaN}",
        "{\"0001\" 224}",
        "{\"0001\":224}}",
        "{\"0001\":224}{}",
        "{\"00\n01\":224}",
        "{\"a\":[1 2]}"
      })
  void whatIsNoJsonIsWrong(String text) {
    assertThat(JsonText.read(text)).isInstanceOf(Wrong.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><head> | no JSON at byte 0: <html><head>",
        "{\"1\":2,\"1\":3} | \"1\" stands in it twice"
      })
  void whatIsWrongIsSaid(String text, String why) {
    assertThat(JsonText.read(text)).isEqualTo(new Wrong(why));
  }

  @Test
  void aThousandBracketsAreNoReasonToFall() {
    assertThat(JsonText.read("{\"a\":" + "[".repeat(1000))).isInstanceOf(Wrong.class);
  }
}
