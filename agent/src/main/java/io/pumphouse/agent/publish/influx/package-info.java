/**
 * Readings as InfluxDB's line protocol over HTTP. It calls {@code publish.ship} and {@code
 * agent.transfer}; {@code agent.publish} calls it if the configuration names such a server.
 */
@NullMarked
package io.pumphouse.agent.publish.influx;

import org.jspecify.annotations.NullMarked;
