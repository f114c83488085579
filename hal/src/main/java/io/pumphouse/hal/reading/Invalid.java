package io.pumphouse.hal.reading;

/**
 * There was no answer that can be believed.
 *
 * @param fault what was wrong
 */
public record Invalid(RegisterId register, Moment takenAt, Fault fault) implements Sample {}
