package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DecodingsTest {
  private static final WordOrder LOW_FIRST = WordOrder.LOW_FIRST;

  private static Register register(RegisterType type, String scale, Unit unit) {
    return register(type, scale, unit, type.lowest(), type.highest());
  }

  private static Register register(
      RegisterType type, String scale, Unit unit, long lowest, long highest) {
    return new Register(
        new RegisterId("30002"),
        Space.INPUT,
        1,
        type,
        new BigDecimal(scale),
        unit,
        false,
        lowest,
        highest,
        Set.of(-32768L),
        "made up",
        "made up");
  }

  private static List<String> shown(List<Decoding> all) {
    return all.stream()
        .map(
            each ->
                "%s %s %s%s%s"
                    .formatted(
                        each.type(),
                        each.order(),
                        each.value().toPlainString(),
                        each.isMapped() ? " mapped" : "",
                        each.isLikely() ? " likely" : ""))
        .toList();
  }

  private static Decoding likely(Register register, Integer... words) {
    return Decodings.of(register, LOW_FIRST, List.of(words)).stream()
        .filter(Decoding::isLikely)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneWordIsReadInFourWays() {
    Register outdoor = register(RegisterType.S16, "0.1", Unit.CELSIUS);

    assertThat(shown(Decodings.of(outdoor, LOW_FIRST, List.of(0xFFDA))))
        .containsExactly("u16  6549.8", "s16  -3.8 mapped likely", "u8  21.8", "s8  -3.8");
  }

  @Test
  void twoWordsAreReadInBothOrdersAndAsFloats() {
    Register energy = register(RegisterType.U32, "0.1", Unit.KILOWATT_HOUR);

    assertThat(shown(Decodings.of(energy, LOW_FIRST, List.of(0x0000, 0x41A4))))
        .containsExactly(
            "u16  0.0",
            "s16  0.0",
            "u8  0.0",
            "s8  0.0",
            "u32 low-first 110126694.4 mapped likely",
            "s32 low-first 110126694.4",
            "u32 high-first 1680.4",
            "s32 high-first 1680.4",
            "float32 low-first 20.5",
            "float32 high-first 0.000000000000000000000000000000000000000023547");
  }

  @Test
  void aTemperatureThatCannotBeIsReadOtherwise() {
    assertThat(likely(register(RegisterType.U16, "0.1", Unit.CELSIUS), 0xFFDA))
        .extracting(Decoding::type, Decoding::isMapped)
        .containsExactly("s16", false);
    assertThat(likely(register(RegisterType.S32, "0.1", Unit.CELSIUS), 0x0000, 0x41A4))
        .extracting(Decoding::type, Decoding::order)
        .containsExactly("float32", "low-first");
  }

  @Test
  void theOtherWordOrderIsFoundByTheLimits() {
    Register hours = register(RegisterType.U32, "1", Unit.HOUR, 0, 1_000_000);

    assertThat(likely(hours, 0x0001, 0xE240).order()).isEqualTo("high-first");
    assertThat(likely(hours, 0xE240, 0x0001).isMapped()).isTrue();
  }

  @Test
  void aNumberThatMeansNoSensorIsNotBelieved() {
    Register outdoor = register(RegisterType.S16, "0.1", Unit.CELSIUS);

    assertThat(Decodings.of(outdoor, LOW_FIRST, List.of(0x8000)))
        .filteredOn(Decoding::isMapped)
        .singleElement()
        .satisfies(each -> assertThat(each.verdict()).isEqualTo("no sensor"));
  }

  @Test
  void atMostOneIsBelievedWhateverTheWords() {
    Register outdoor = register(RegisterType.S16, "0.1", Unit.CELSIUS);
    for (int word = 0; word <= 0xFFFF; word += 7) {
      assertThat(Decodings.of(outdoor, LOW_FIRST, List.of(word, 0xFFFF - word)))
          .filteredOn(Decoding::isLikely)
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void threeWordsAreNoRegister() {
    Register outdoor = register(RegisterType.S16, "0.1", Unit.CELSIUS);

    assertThatThrownBy(() -> Decodings.of(outdoor, LOW_FIRST, List.of(1, 2, 3)))
        .hasMessage("one word or two, not 3");
  }
}
