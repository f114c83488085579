package io.pumphouse.web.model;

import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.PumpId;

/**
 * How the line serves one pump.
 *
 * @param pump the pump
 * @param line what a technician calls the line
 * @param unit the pump's unit number there
 * @param report what was counted, and what it points to
 * @param lastGood when a question to this unit was last answered
 */
public record LineStatus(
    PumpId pump, String line, int unit, LineReport report, LastAnswer lastGood) {}
