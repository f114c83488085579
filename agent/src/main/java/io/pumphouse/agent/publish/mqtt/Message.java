package io.pumphouse.agent.publish.mqtt;

/**
 * What somebody told us.
 *
 * @param isOld whether it was kept for us by the broker, so that nobody says it now
 */
record Message(String topic, String text, boolean isOld) {}
