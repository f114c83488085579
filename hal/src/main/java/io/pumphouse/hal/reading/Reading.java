package io.pumphouse.hal.reading;

/**
 * The pump said this.
 *
 * @param raw the integer as the device sent it; {@link Register#decimal} says what it means
 */
public record Reading(RegisterId register, Moment takenAt, long raw) implements Sample {}
