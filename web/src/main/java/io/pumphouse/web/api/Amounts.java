package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.Basis;
import io.pumphouse.web.model.Border;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers that were worked out, as JSON. */
final class Amounts {
  /** Finer than anything they rest on. */
  private static final int PLACES = 4;

  private Amounts() {}

  static BigDecimal rounded(double amount) {
    BigDecimal rounded = BigDecimal.valueOf(amount).setScale(PLACES, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  /** The number, or null. */
  static void number(JsonGenerator json, String field, Reckoned reckoned) throws IOException {
    switch (reckoned) {
      case Known(double amount) -> json.writeNumberField(field, rounded(amount));
      case Unknown _ -> json.writeNullField(field);
    }
  }

  /** The number or null, and beside it why it is null. */
  static void reasoned(JsonGenerator json, String field, Reckoned reckoned) throws IOException {
    number(json, field, reckoned);
    ReadingJson.stringOrNull(json, "why", reckoned.reason());
  }

  static void number(JsonGenerator json, String field, double amount) throws IOException {
    json.writeNumberField(field, rounded(amount));
  }

  static void basis(JsonGenerator json, Basis basis) throws IOException {
    ReadingJson.stringOrNull(json, "source", basis.source());
    json.writeStringField("basis", basis.words());
    ReadingJson.stringOrNull(
        json, "boundary", basis.border() == Border.NONE ? "" : basis.border().name());
    number(json, "quality", basis.quality());
    json.writeBooleanField("estimated", basis.isEstimate());
  }
}
