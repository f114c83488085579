/**
 * Readings passed on to other people's servers: InfluxDB and whatever speaks its line protocol, and
 * MQTT with Home Assistant. It reads the store by bookmark and calls {@code publish.ship}, {@code
 * publish.influx} and {@code publish.mqtt}, of which nothing is loaded that is not configured.
 * {@code agent.app} calls it.
 */
@NullMarked
package io.pumphouse.agent.publish;

import org.jspecify.annotations.NullMarked;
