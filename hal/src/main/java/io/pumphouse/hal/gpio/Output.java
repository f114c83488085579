package io.pumphouse.hal.gpio;

/** What the agent switches. At rest it is off: a relay that has dropped out, a dark lamp. */
public enum Output implements Use {
  /** The relay at the pump's SG Ready input A. */
  SG_READY_A("sg-ready.a"),
  /** The relay at the pump's SG Ready input B. */
  SG_READY_B("sg-ready.b"),
  /** A contact that tells others of an alarm. */
  ALARM_CONTACT("alarm-contact"),
  /** A lamp that tells a person in front of it how things are. */
  STATUS_LAMP("status-lamp");

  private final String key;

  Output(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
