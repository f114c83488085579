package io.pumphouse.web.page;

/**
 * Words of the agent as a page tells them. Public because compiled templates live in a package of
 * their own.
 *
 * @param words in the language of the page, or in English where it is not known how to say them
 * @param lang the language they are in
 */
public record Told(String words, String lang) {
  /**
   * A text of the agent.
   *
   * @param kind see {@link Retelling#of}
   * @param text in English
   */
  public static Told of(Tongue tongue, String kind, String text) {
    return Retelling.of(tongue, kind, text)
        .map(words -> new Told(words, tongue.code()))
        .orElseGet(() -> new Told(text, Tongue.ENGLISH.code()));
  }
}
