/**
 * Readings over MQTT: what the pumps say now, what they said, and who they are to Home Assistant. A
 * small client of its own, see {@code docs/decisions/021-own-mqtt-client.md}. It calls {@code
 * publish.ship} and {@code web.model}; {@code agent.publish} calls it if the configuration names a
 * broker.
 */
@NullMarked
package io.pumphouse.agent.publish.mqtt;

import org.jspecify.annotations.NullMarked;
