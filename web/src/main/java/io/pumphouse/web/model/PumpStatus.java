package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;

/**
 * One pump and the line to it.
 *
 * @param id its name in the configuration
 * @param model the model's id: {@code nibe-s1255}
 * @param title what is written on the pump: {@code NIBE S1155 / S1255}
 * @param line what a technician calls the line: {@code /dev/ttyUSB0}
 * @param unit its unit number on the line
 * @param link whether it answers
 * @param cause why it does not answer, or not to everything; empty when it does
 * @param next what to do about it; empty when nothing is wrong
 * @param lastAnswer when it last answered with a value
 */
public record PumpStatus(
    PumpId id,
    String model,
    String title,
    String line,
    int unit,
    LinkState link,
    String cause,
    String next,
    LastAnswer lastAnswer) {}
