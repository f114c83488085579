package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.hal.reading.PumpId;

/**
 * Where what is said. Pure.
 *
 * @param root what every topic begins with
 * @param discovery what those begin with that Home Assistant listens to
 */
record Topics(String root, String discovery) {
  static Topics of(MqttConfig config) {
    return new Topics(config.topic(), config.discoveryPrefix());
  }

  /** Whether the agent is there. */
  String status() {
    return root + "/status";
  }

  /** Whether a pump answers. */
  String link(PumpId pump) {
    return root + "/" + pump.name() + "/link";
  }

  /** The same of every pump. */
  String links() {
    return root + "/+/link";
  }

  /** The newest value of a register, by its public name. */
  String state(PumpId pump, String name) {
    return root + "/" + pump.name() + "/" + level(name);
  }

  /** Where a value may be ordered. */
  String order(PumpId pump, String name) {
    return state(pump, name) + "/set";
  }

  /** Every order. */
  String orders() {
    return root + "/+/+/set";
  }

  /** What became of an order. */
  String outcome(PumpId pump, String name) {
    return state(pump, name) + "/outcome";
  }

  /** Every stored sample. */
  String history(PumpId pump) {
    return root + "/" + pump.name() + "/history";
  }

  /** Who a register is to Home Assistant, as one of its kinds such as {@code sensor}. */
  String config(String kind, PumpId pump, String name) {
    return discovery + "/" + kind + "/" + device(pump) + "/" + level(name) + "/config";
  }

  /** A name of the pump that is unlike any other on this broker. */
  String device(PumpId pump) {
    return level(root) + "_" + pump.name();
  }

  /** A name that can be one level of a topic. */
  static String level(String name) {
    return name.replaceAll("[^A-Za-z0-9_-]", "_");
  }
}
