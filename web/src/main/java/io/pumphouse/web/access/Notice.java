package io.pumphouse.web.access;

import io.pumphouse.web.page.Tongue;
import java.util.Locale;

/**
 * What a page says about what was just tried. Public because compiled templates live in a package
 * of their own.
 *
 * @param field the field that is wrong, as its form calls it; empty when none is
 * @param text what happened; empty when nothing did
 * @param isBad whether it went wrong
 */
public record Notice(String field, String text, boolean isBad) {
  static Notice none() {
    return new Notice("", "", false);
  }

  static Notice good(String text) {
    return new Notice("", text, false);
  }

  static Notice bad(String field, String text) {
    return new Notice(field, text, true);
  }

  /** The same in the language of the page, where it is one of the sentences it knows. */
  public String words(Tongue tongue) {
    return tongue.sayOr(key(), text);
  }

  /** Whether it is; else it stays as the agent said it, in English. */
  public boolean isTold(Tongue tongue) {
    return !tongue.sayOr(key(), "").isEmpty();
  }

  private String key() {
    String dashed = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "told." + dashed.replaceAll("^-|-$", "");
  }

  /** Whether this field is the wrong one. */
  public boolean isAbout(String name) {
    return isBad && field.equals(name);
  }

  /** Whether it concerns no field, so that the page says it at its top. */
  public boolean isGeneral() {
    return !text.isEmpty() && field.isEmpty();
  }
}
