package io.pumphouse.hal.proof;

import java.time.Duration;

/**
 * How far mischief may go. Within this reach nothing false may ever be believed; what a protocol
 * does not promise to see through is outside.
 *
 * @param prompt when a timely answer has begun, from its question
 * @param late when a late answer has begun: the bound that the protocol's timing documents
 * @param repeat how soon after an answer its repetition begins; zero: without a pause
 * @param between the longest pause within a frame that arrives in pieces
 */
record Reach(Duration prompt, Duration late, Duration repeat, Duration between) {}
