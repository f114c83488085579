package io.pumphouse.web.model;

/**
 * An amount of energy.
 *
 * @param kilowattHours how much
 * @param basis what it rests on
 */
public record Energy(Reckoned kilowattHours, Basis basis) {}
