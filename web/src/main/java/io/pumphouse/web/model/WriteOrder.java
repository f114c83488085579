package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;

/**
 * What somebody wants written.
 *
 * @param pump to which pump
 * @param name the register: {@code room_setpoint}, {@code register:47041} or {@code 47041}
 * @param value the new value as a person wrote it, in the register's unit: {@code 21.5}
 * @param who the user who wants it
 * @param why the reason they gave
 */
public record WriteOrder(PumpId pump, String name, String value, String who, String why) {}
