package io.pumphouse.web.access;

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

  /** Whether this field is the wrong one. */
  public boolean isAbout(String name) {
    return isBad && field.equals(name);
  }

  /** Whether it concerns no field, so that the page says it at its top. */
  public boolean isGeneral() {
    return !text.isEmpty() && field.isEmpty();
  }
}
