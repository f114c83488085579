package io.pumphouse.agent.publish.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.publish.ship.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of servers mean. */
final class AnswerTest {
  /** Both kinds in their own JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "400|{\"error\":\"partial write: points beyond retention policy dropped=3\"}",
        "422|{\"code\":\"unprocessable entity\",\"message\":\"failure writing points to database:"
            + " partial write: points beyond retention policy dropped=3\"}",
        "400|partial write: field type conflict: input field \"value\" dropped=3 points"
      })
  void whatInfluxNeverTakesIsCounted(int status, String text) {
    assertThat(new Answer(status, text).delivery("influx x"))
        .isInstanceOfSatisfying(
            Delivery.Taken.class,
            taken -> {
              assertThat(taken.refused()).isEqualTo(3);
              assertThat(taken.why()).contains("partial write").doesNotContain("{");
            });
  }

  @Test
  void theNumberMayStandBehindManyWords() {
    String text = "{\"error\":\"partial write: " + "long, ".repeat(200) + "dropped=7\"}";

    assertThat(new Answer(400, text).delivery("influx x"))
        .isInstanceOfSatisfying(
            Delivery.Taken.class,
            taken -> {
              assertThat(taken.refused()).isEqualTo(7);
              assertThat(taken.why()).hasSizeLessThan(310);
            });
  }

  /** A cluster with half its machines down says the same words with another code. */
  @ParameterizedTest
  @ValueSource(ints = {404, 500, 502, 503})
  void aPartialWriteOfAServerInTroubleIsNotTaken(int status) {
    assertThat(new Answer(status, "{\"error\":\"partial write\"}").delivery("influx x"))
        .isInstanceOf(Delivery.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({"408,''", "504,<html>", "500,{\"error\":\"timeout\"}"})
  void aServerThatGivesUpItselfIsAskedForLess(int status, String text) {
    Answer answer = new Answer(status, text);

    assertThat(answer.isTooSlow()).isTrue();
    assertThat(answer.delivery("influx x"))
        .isInstanceOfSatisfying(
            Delivery.Failed.class,
            failed -> assertThat(failed.next()).contains("fewer at once are sent now"));
  }

  @Test
  void theSecondKindsOwnWordsAreShown() {
    String text =
        "{\n\t\"code\": \"unauthorized\",\n\t\"message\": \"unauthorized \\\"access\\\"\"\n}";

    assertThat(new Answer(401, text).delivery("influx x"))
        .isEqualTo(
            new Delivery.Failed(
                "influx x answers 401: unauthorized \"access\"",
                "check the user, and the secret in the file that publish: influx: names"));
  }
}
