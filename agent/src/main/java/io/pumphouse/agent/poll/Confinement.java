package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Instant;

/**
 * A register that the pump refuses and that is left alone for a while. Immutable.
 *
 * @param pump whose register
 * @param model the pump's model, for another model may have it
 * @param firmware the pump's software, for another version may have it; empty where not known
 * @param register which one
 * @param exception the code it was last refused with
 * @param refusals how often in a row it was refused, from 1
 * @param until when it is asked again, by the wall clock of the last refusal
 */
public record Confinement(
    PumpId pump,
    String model,
    String firmware,
    RegisterId register,
    int exception,
    int refusals,
    Instant until) {}
