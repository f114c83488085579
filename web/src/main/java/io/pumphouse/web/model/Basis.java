package io.pumphouse.web.model;

/**
 * What a figure rests on.
 *
 * @param source where it comes from, for programs: {@code total_electricity}; empty if from nowhere
 * @param words the same for people, with what is taken in and what is assumed
 * @param border what it takes in
 * @param quality share of the time that values cover, 0 to 1
 * @param isEstimate whether something in it was assumed rather than measured
 */
public record Basis(
    String source, String words, Border border, double quality, boolean isEstimate) {
  /** Rests on nothing. */
  public static Basis nothing(String words) {
    return new Basis("", words, Border.NONE, 0, false);
  }
}
