package io.pumphouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalTest {
  private final Decimal decimal = new Decimal();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.00001, 0",
    "21, 21",
    "21.5, 21.5",
    "-7.6, -7.6",
    "0.0001, 0.0001",
    "-0.25, -0.25",
    "100.10, 100.1",
    "0.99996, 1",
    "3.14159, 3.1416",
    "123456789012.5, 123456789012.5",
    "9e15, 9000000000000000"
  })
  void fourPlacesAtMostAndNoMoreThanThereAre(double amount, String text) {
    assertThat(written(amount)).isEqualTo(text);
  }

  @Test
  void itSaysWhatUnlimitedPrecisionSays() {
    DoubleStream amounts = new Random(4711).doubles(10_000, -50_000, 50_000);
    amounts.forEach(
        amount -> assertThat(written(amount)).isEqualTo(Amounts.rounded(amount).toPlainString()));
  }

  private String written(double amount) {
    return Json.text(json -> decimal.write(json, amount));
  }
}
