package io.pumphouse.hal.reading;

/** Where on the machine a metric belongs; the order is the order on the page. */
public enum MetricGroup {
  STATE("State"),
  HEATING("Heating"),
  HOT_WATER("Hot water"),
  BRINE("Brine"),
  REFRIGERANT("Refrigerant circuit"),
  COMPRESSOR("Compressor"),
  ADDITIONAL_HEAT("Additional heat"),
  ENERGY("Electricity and heat"),
  SETTING("Settings"),
  OTHER("Other registers");

  private final String label;

  MetricGroup(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
