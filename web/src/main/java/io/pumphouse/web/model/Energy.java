package io.pumphouse.web.model;

/**
 * An amount of energy.
 *
 * @param kilowattHours how much
 * @param basis what it rests on
 */
public record Energy(Reckoned kilowattHours, Basis basis) {
  /** It is not known. */
  public static Energy unknown(String why) {
    return new Energy(new Reckoned.Unknown(why), Basis.nothing(why));
  }
}
