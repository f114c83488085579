package io.pumphouse.hal.reading;

/** The pump says that it has no such sensor. */
public record Missing(RegisterId register, Moment takenAt) implements Sample {}
