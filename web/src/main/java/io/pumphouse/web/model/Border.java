package io.pumphouse.web.model;

/**
 * What a figure of energy or efficiency takes in: the system borders of the SEPEMO project. Only
 * figures with the same border compare.
 */
public enum Border {
  /** The refrigerant circuit alone. */
  H1,
  /** And the source pump or fan. */
  H2,
  /** And the additional heater. */
  H3,
  /** And all circulation pumps. */
  H4,
  /** Nothing is measured, so there is no border. */
  NONE
}
