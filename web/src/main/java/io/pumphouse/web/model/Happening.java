package io.pumphouse.web.model;

import java.time.Instant;

/**
 * Something that happened.
 *
 * @param at when, by the wall clock
 * @param kind which sort, as stored: {@code compressor-started}
 * @param pump the pump's name; empty when it concerns the whole agent
 * @param text what a person should read
 */
public record Happening(Instant at, String kind, String pump, String text) {}
