package io.pumphouse.agent.transfer;

/**
 * One line of a file as it stands there; texts are empty where the file says nothing. Immutable.
 *
 * @param time RFC 3339, or a count since 1970 in s, ms, µs or ns
 * @param pump the pump's id
 * @param name a metric's key, or what the predecessor called it
 * @param register the maker's number
 * @param value in {@code unit}
 * @param state {@code value}, {@code missing} or {@code invalid}; empty counts as value
 * @param reason why it is invalid
 * @param raw what the device said
 */
record Row(
    String time,
    String pump,
    String name,
    String register,
    String value,
    String unit,
    String state,
    String reason,
    String raw) {}
