/**
 * The cache of readings on disk: every sample of every pump as the device said it, packed, at most
 * one commit interval behind, and rolled up to minutes, hours and days. It implements {@code
 * poll.Subscriber} and {@code History}, and calls {@code agent.sqlite}. Storing never delays the
 * bus, and trouble with the disk never ends it.
 */
@NullMarked
package io.pumphouse.agent.store;

import org.jspecify.annotations.NullMarked;
