package io.pumphouse.agent.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Swedish;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Summary;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees to it that a Swedish page can say whatever a test came upon, each reason and each basis. */
final class Spoken {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|and|of|with|is|are|not|no|taken|while|pump|heater|heat|known)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Spoken() {}

  /** The same summary. */
  static Summary inSwedish(Summary summary) {
    assertThat(texts(summary).distinct()).allSatisfy(text -> isSwedish("figure", text));
    return summary;
  }

  static void inSwedish(Finding finding) {
    Stream<String> said =
        Stream.of(finding.words(), finding.next(), finding.threshold(), finding.source());
    Stream<String> evidence = finding.evidence().stream().map(Finding.Evidence::name);
    assertThat(Stream.concat(said, evidence)).allSatisfy(text -> isSwedish("finding", text));
  }

  private static void isSwedish(String kind, String text) {
    assertThat(Swedish.of(kind, text))
        .as(text)
        .isNotEmpty()
        .get()
        .asString()
        .doesNotContainPattern(ENGLISH);
  }

  /** Every text anywhere in it, but what programs read. */
  private static Stream<String> texts(Object value) {
    if (value instanceof Collection<?> all) {
      return all.stream().flatMap(Spoken::texts);
    }
    if (value instanceof Map<?, ?> all) {
      return all.values().stream().flatMap(Spoken::texts);
    }
    return value instanceof Record
        ? Stream.of(value.getClass().getRecordComponents()).flatMap(part -> texts(value, part))
        : Stream.of();
  }

  private static Stream<String> texts(Object record, RecordComponent part) {
    try {
      Object value = part.getAccessor().invoke(record);
      return value instanceof String text
          ? Stream.of(text).filter(_ -> !text.isEmpty() && !part.getName().equals("source"))
          : texts(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(part + " of " + record, e);
    }
  }
}
