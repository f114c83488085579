package io.pumphouse.agent.config;

import java.net.URI;

/**
 * An MQTT broker. Immutable.
 *
 * @param url {@code mqtt://host:1883} or {@code mqtts://host:8883}
 * @param isVersion5 whether to speak MQTT 5, else 3.1.1
 * @param user who logs in; empty for nobody
 * @param secretFile the password, mode 0600; empty for none
 * @param caFile a certificate to trust besides the machine's own, in PEM; empty for none
 * @param clientId by which the broker knows this agent; unlike that of any other client
 * @param topic what every topic begins with
 * @param discoveryPrefix where Home Assistant looks for devices; empty for no discovery
 * @param hasHistory whether every stored sample is sent too, and not only what is new
 * @param hasCommands whether what may be written at all may be written from there
 * @param isFromOldest whether it gets what was stored before it was named here
 */
public record MqttConfig(
    URI url,
    boolean isVersion5,
    String user,
    String secretFile,
    String caFile,
    String clientId,
    String topic,
    String discoveryPrefix,
    boolean hasHistory,
    boolean hasCommands,
    boolean isFromOldest) {
  /** Unlike that of any other place; without a secret. */
  public String address() {
    return url + " " + topic;
  }
}
