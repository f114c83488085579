package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import java.time.Duration;

/**
 * Bytes that arrive together.
 *
 * @param after how long after the question that caused them
 */
record Piece(Duration after, Frame bytes) {}
