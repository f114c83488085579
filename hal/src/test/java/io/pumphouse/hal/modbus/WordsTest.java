package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.map.WordOrder.HIGH_FIRST;
import static io.pumphouse.hal.map.WordOrder.LOW_FIRST;
import static io.pumphouse.hal.reading.RegisterType.BIT;
import static io.pumphouse.hal.reading.RegisterType.S16;
import static io.pumphouse.hal.reading.RegisterType.S32;
import static io.pumphouse.hal.reading.RegisterType.S8;
import static io.pumphouse.hal.reading.RegisterType.U16;
import static io.pumphouse.hal.reading.RegisterType.U32;
import static io.pumphouse.hal.reading.RegisterType.U8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.RegisterType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  @Test
  void lowWordFirst() {
    assertThat(Words.raw(U32, LOW_FIRST, List.of(0x3344, 0x1122))).isEqualTo(0x11223344);
    assertThat(Words.words(U32, LOW_FIRST, 0x11223344)).containsExactly(0x3344, 0x1122);
  }

  @Test
  void highWordFirst() {
    assertThat(Words.raw(U32, HIGH_FIRST, List.of(0x1122, 0x3344))).isEqualTo(0x11223344);
    assertThat(Words.words(U32, HIGH_FIRST, 0x11223344)).containsExactly(0x1122, 0x3344);
  }

  @Test
  void signOf32BitNumbers() {
    assertThat(Words.raw(U32, LOW_FIRST, List.of(0xFFFE, 0xFFFF))).isEqualTo(0xFFFF_FFFEL);
    assertThat(Words.raw(S32, LOW_FIRST, List.of(0xFFFE, 0xFFFF))).isEqualTo(-2);
    assertThat(Words.raw(S32, HIGH_FIRST, List.of(0x8000, 0x0001))).isEqualTo(-2147483647);
    // The low word's own top bit is no sign.
    assertThat(Words.raw(S32, HIGH_FIRST, List.of(0x0000, 0xFF00))).isEqualTo(0xFF00);
  }

  @Test
  void signOf16BitNumbers() {
    assertThat(Words.raw(U16, LOW_FIRST, List.of(0xFFDA))).isEqualTo(0xFFDA);
    assertThat(Words.raw(S16, LOW_FIRST, List.of(0xFFDA))).isEqualTo(-38);
  }

  @Test
  void eightBitNumbersAreTheLowByte() {
    assertThat(Words.raw(U8, LOW_FIRST, List.of(0x12FF))).isEqualTo(0xFF);
    assertThat(Words.raw(S8, LOW_FIRST, List.of(0x0080))).isEqualTo(-128);
    assertThat(Words.raw(S8, LOW_FIRST, List.of(0xFF80))).isEqualTo(-128);
    assertThat(Words.words(S8, LOW_FIRST, -10)).containsExactly(0x00F6);
  }

  @Test
  void bitsAreOneOrZero() {
    assertThat(Words.raw(BIT, LOW_FIRST, List.of(1))).isEqualTo(1);
    assertThat(Words.words(BIT, LOW_FIRST, 0)).containsExactly(0);
  }

  @ParameterizedTest
  @EnumSource
  void theEndsOfEveryTypeSurviveTheWire(RegisterType type) {
    for (WordOrder order : WordOrder.values()) {
      for (long raw : new long[] {type.lowest(), type.highest()}) {
        assertThat(Words.raw(type, order, Words.words(type, order, raw))).isEqualTo(raw);
      }
    }
  }

  @Test
  void aNumberThatDoesNotFitIsABug() {
    assertThatIllegalArgumentException().isThrownBy(() -> Words.words(S16, LOW_FIRST, 40_000));
    assertThatIllegalArgumentException().isThrownBy(() -> Words.raw(U32, LOW_FIRST, List.of(1)));
  }
}
