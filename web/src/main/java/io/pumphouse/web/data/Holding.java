package io.pumphouse.web.data;

import io.pumphouse.web.model.Inventory;
import io.pumphouse.web.model.Inventory.Kept;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stock.Counted;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the store holds, in words. Public because compiled templates live in a package of their own.
 *
 * @param facts each with its label
 * @param levels what each level takes
 * @param trouble why nothing is known of it, in English; empty if something is
 */
public record Holding(List<Fact> facts, List<Row> levels, String trouble) {
  public Holding {
    facts = List.copyOf(facts);
    levels = List.copyOf(levels);
  }

  /** One thing to know. */
  public record Fact(String label, String figure, String note, boolean isBad) {}

  /** One level. */
  public record Row(String level, String bytes, String kept) {}

  static Holding of(Tongue tongue, Pages pages, Counted counted) {
    return switch (counted) {
      case Counted.Whole(Inventory inventory) ->
          new Holding(
              facts(tongue, pages, inventory),
              inventory.levels().stream().map(level -> row(tongue, level)).toList(),
              "");
      case Counted.Failed(String cause, String next) ->
          new Holding(List.of(), List.of(), cause + "; " + next);
    };
  }

  private static List<Fact> facts(Tongue tongue, Pages pages, Inventory inventory) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            tongue,
            "data.samples",
            Amount.count(tongue, inventory.samples()),
            inventory.isEstimate() ? tongue.say("figure.estimate") : ""));
    facts.add(fact(tongue, "data.series", Amount.count(tongue, inventory.series()), ""));
    facts.add(fact(tongue, "data.file", Amount.bytes(tongue, inventory.fileBytes()), ""));
    for (Span span : inventory.covered()) {
      facts.add(moment(tongue, pages, "data.first", span.from()));
      facts.add(moment(tongue, pages, "data.last", span.to()));
    }
    facts.add(integrity(tongue, inventory));
    facts.add(fact(tongue, "data.due", Amount.count(tongue, inventory.due()), ""));
    return facts;
  }

  private static Fact moment(Tongue tongue, Pages pages, String key, Instant at) {
    return fact(tongue, key, pages.moment(tongue, at), "");
  }

  private static Fact integrity(Tongue tongue, Inventory inventory) {
    return new Fact(
        tongue.say("data.integrity"),
        inventory.damaged() == 0
            ? tongue.say("data.whole")
            : tongue.say("data.damaged", Amount.count(tongue, inventory.damaged())),
        tongue.say("data.since-start"),
        inventory.damaged() > 0);
  }

  private static Fact fact(Tongue tongue, String key, String figure, String note) {
    return new Fact(tongue.say(key), figure, note, false);
  }

  private static Row row(Tongue tongue, Inventory.Level level) {
    return new Row(
        tongue.say("data.level." + level.name()),
        Amount.bytes(tongue, level.bytes()),
        switch (level.kept()) {
          case Kept.Forever _ -> tongue.say("data.forever");
          case Kept.For(var time) -> Amount.span(tongue, time);
        });
  }
}
