package io.pumphouse.web.model;

/**
 * What speaks against a setting of a job. Immutable.
 *
 * @param key the setting
 * @param found what stands there, in words; {@code nothing} if it is missing
 * @param accepted what may stand there, or what to do
 */
public record JobObjection(String key, String found, String accepted) {}
