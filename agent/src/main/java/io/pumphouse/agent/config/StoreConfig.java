package io.pumphouse.agent.config;

import java.time.Duration;

/**
 * How readings are kept.
 *
 * @param commitInterval the longest a reading waits in memory for its commit, 1 s to 10 min; a
 *     power cut costs at most this much
 */
public record StoreConfig(Duration commitInterval) {}
