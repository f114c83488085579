package io.pumphouse.hal.h66;

import java.util.Optional;

/** The page on which the gateway tells of itself, and in it the version of the cable's side. */
final class Status implements Page<Optional<String>> {
  @Override
  public String path() {
    return "/status";
  }

  @Override
  public String question() {
    return "which cable (GET " + path() + ")";
  }

  @Override
  public Sheet<Optional<String>> read(Json.Thing thing) {
    Optional<String> version =
        thing.members().get("status") instanceof Json.Thing status
                && status.members().get("H1ver") instanceof Json.Text(String text)
                && text.length() >= 2
            ? Optional.of(text.substring(0, 2))
            : Optional.empty();
    return new Sheet<>(version, version.map(cable -> "cable " + cable).orElse("no cable named"));
  }
}
