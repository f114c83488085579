package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Moment;
import java.time.Duration;

/**
 * One question on a line and what came of it.
 *
 * @param unit whom it was put to; 0 where the protocol knows no units
 * @param question what was asked, in words: {@code read input 0-19}
 * @param sent the bytes that went out; empty if the line could not be used
 * @param heard every byte that came before the transaction ended, good or not
 * @param asked when the question went out
 * @param took from the end of the question to the end of the answer, or of waiting for it
 * @param ending how it ended
 */
public record Transaction(
    int unit,
    String question,
    Frame sent,
    Frame heard,
    Moment asked,
    Duration took,
    Ending ending) {}
