package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final Lines lines = new Lines();

  private static Frame bytes(String text) {
    return Frame.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void severalLinesMayComeAtOnce() {
    assertThat(lines.heard(bytes("XR010701B8\r\nXR0007FFDA\r\nXR00")))
        .containsExactly("XR010701B8", "XR0007FFDA");
  }

  @Test
  void aLineMayComeByteByByte() {
    Frame line = bytes("XR010701B8\r\n");
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < line.length(); i++) {
      heard.addAll(lines.heard(line.slice(i, i + 1)));
    }

    assertThat(heard).containsExactly("XR010701B8");
  }

  @Test
  void aLineThatLostItsCrIsNoNumber() {
    assertThat(Spelling.read(lines.heard(bytes("XR010701B8\n")).getFirst()))
        .isEqualTo(new Said.Damaged());
  }

  @Test
  void twoLinesGluedAreNoNumber() {
    assertThat(Spelling.read(lines.heard(bytes("XR010701B8\rXR0007FFDA\r\n")).getFirst()))
        .isEqualTo(new Said.Damaged());
    assertThat(Spelling.read(lines.heard(bytes("XR010701B8XR0007FFDA\r\n")).getFirst()))
        .isEqualTo(new Said.Damaged());
  }

  @Test
  void noiseIsNoNumber() {
    assertThat(Spelling.read(lines.heard(bytes("XR01\u0080\u00FF01B8\r\n")).getFirst()))
        .isEqualTo(new Said.Damaged());
  }

  @Test
  void aFloodWithoutLineEndsIsNotKept() {
    Frame flood = bytes("XR010701B8".repeat(400));
    for (int i = 0; i < 100; i++) {
      assertThat(lines.heard(flood)).isEmpty();
    }
    List<String> after = lines.heard(bytes("\r\nXR0007FFDA\r\n"));

    assertThat(after).hasSize(2).last().isEqualTo("XR0007FFDA");
    assertThat(after.getFirst()).hasSizeLessThan(200);
    assertThat(Spelling.read(after.getFirst())).isEqualTo(new Said.Damaged());
  }

  @Test
  void whatWasBegunBeforeIsForgotten() {
    lines.heard(bytes("XR0107"));
    lines.forget();

    assertThat(lines.heard(bytes("XR0007FFDA\r\n"))).containsExactly("XR0007FFDA");
  }
}
