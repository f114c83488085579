package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each composer in the agent tests that its own sentences are known here. */
final class RetellingTest {
  private static String inSwedish(String kind, String text) {
    return Retelling.of(Tongue.SWEDISH, kind, text).orElse("unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "link-up | answers again after 15 s | pumpen svarar igen efter 15 s",
        "hot-water-ended | hot water ended after 45 min | varmvatten slutade efter 45 min",
        "alarm-on | probably 51 Low; it was there before the agent started"
            + " | troligen 51 Low; det fanns innan agenten startade",
        "alarm-off | 51 Low pressure; over after 90 s | 51 Low pressure; över efter 90 s",
        "register-refused | register 31088 was refused with code 2; it is asked less often"
            + " | register 31088 nekades med kod 2; det frågas mer sällan",
        "figure | estimate: compressor inverter, brine pump by its speed, 15 W for the controller"
            + " | uppskattning: kompressorns inverter, brinepumpen efter varvtalet, 15 W för styrningen",
        "figure | the pump's heat meters, summed, with its additional heater"
            + " | pumpens värmemätare, tillsammans, med dess tillsatsvärme",
        "finding | 6 runs shorter than 10 min within 3 h | 6 gångtider under 10 min inom 3 h",
      })
  void whatTheAgentNotesIsToldInSwedish(String kind, String text, String swedish) {
    assertThat(inSwedish(kind, text)).isEqualTo(swedish);
  }

  @Test
  void anOrderKeepsItsNumbersAndTheReasonInTheWordsOfWhoeverGaveIt() {
    assertThat(
            inSwedish(
                "written",
                "room_setpoint from 20.5 °C to 21: done (read back (twice)), by anna: done: $1 {0}"))
        .isEqualTo(
            "room_setpoint från 20.5 °C till 21: klart (read back (twice)), av anna: done: $1 {0}");
  }

  @Test
  void inEnglishAllStaysAsItIs() {
    assertThat(Retelling.of(Tongue.ENGLISH, "link-up", "answers again after 15 s"))
        .hasValue("answers again after 15 s");
  }

  @Test
  void aSentenceOfAnotherVersionAndOneOfATechnicianStayAsTheyAre() {
    assertThat(inSwedish("link-up", "answers, at last")).isEqualTo("unknown");
    assertThat(inSwedish("link-down", "no answer in 1 s; look at the cable")).isEqualTo("unknown");
    assertThat(inSwedish("pump-danced", "answers")).isEqualTo("unknown");
  }

  @Test
  void whatTheKindSaysAlreadyIsNotSaidTwiceInSwedishEither() {
    assertThat(
            Logbook.beyond(
                "kompressorn stannade",
                inSwedish("compressor-stopped", "compressor stopped after 45 min")))
        .isEqualTo("efter 45 min");
    assertThat(
            Logbook.beyond(
                "kompressorn startade", inSwedish("compressor-started", "compressor runs")))
        .isEmpty();
  }
}
