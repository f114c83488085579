/**
 * Readings passed on to other people's servers: InfluxDB and whatever speaks its line protocol. It
 * reads the store by bookmark and calls {@code publish.ship} and {@code publish.influx}, of which
 * nothing is loaded that is not configured. {@code agent.app} calls it.
 */
@NullMarked
package io.pumphouse.agent.publish;

import org.jspecify.annotations.NullMarked;
