package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Moment;
import java.time.Duration;

/**
 * One question on a line and what came of it.
 *
 * @param unit whom it was put to; 0 where the protocol knows no units
 * @param wording what the bytes mean, for when somebody looks
 * @param sent the bytes that went out; empty if nothing could be asked
 * @param heard every byte that came before the transaction ended, good or not
 * @param asked when the question went out
 * @param took from the end of the question to the end of the answer, or of waiting for it
 * @param ending how it ended
 */
public record Transaction(
    int unit,
    Wording wording,
    Frame sent,
    Frame heard,
    Moment asked,
    Duration took,
    Ending ending) {}
