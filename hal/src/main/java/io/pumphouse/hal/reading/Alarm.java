package io.pumphouse.hal.reading;

/**
 * What a pump means by one alarm code or one alarm bit. Immutable.
 *
 * @param code what a technician looks it up by: the number on the display ({@code 51}), or the id
 *     of the register that is 1 while the alarm lasts ({@code d9})
 * @param category the maker's own class for it ({@code A}); empty where the maker's list is not
 *     known to give one
 * @param severity how bad it is, in the reading of the {@code source}; never the maker's word
 * @param text the maker's short title, in English
 * @param source the document it is from
 */
public record Alarm(String code, String category, Severity severity, String text, String source) {}
