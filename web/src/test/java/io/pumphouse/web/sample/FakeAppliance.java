package io.pumphouse.web.sample;

import io.pumphouse.web.model.Appliance;
import io.pumphouse.web.model.Installation;
import java.util.List;

/** An appliance whose settings take some values and refuse others. */
public final class FakeAppliance implements Installation {
  public final FakeSettings settings = new FakeSettings();
  public final FakeLogs logs = new FakeLogs();

  public Appliance appliance() {
    return new Appliance(settings, logs, this);
  }

  @Override
  public List<Place> places() {
    return List.of(
        new Place("configuration", "/etc/pumphouse/pumphouse.yaml", true, 21L << 30),
        new Place("data", "/var/lib/pumphouse", true, 21L << 30),
        new Place("log", "/var/lib/pumphouse/log", true, 21L << 30),
        new Place("runs", "/var/lib/pumphouse/runs", false, -1),
        new Place("socket", "/var/lib/pumphouse/agent.sock", true, 21L << 30));
  }

  @Override
  public About about() {
    return new About(
        "1.2.3",
        "sha256 0123456789ab",
        "Debian 25.0.2 (25.0.2+10)",
        "Linux 6.12.62, aarch64",
        "Apache-2.0");
  }
}
