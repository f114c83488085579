package io.pumphouse.web.page;

import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.PumpStatus;

/**
 * Whether a pump answers, in the head of every page. Public because compiled templates live in a
 * package of their own.
 *
 * @param pump its name
 * @param link whether it answers
 * @param ageMillis since it last did; empty if it never did
 */
public record Pulse(String pump, LinkState link, String ageMillis) {
  static Pulse of(PumpStatus pump) {
    String age =
        switch (pump.lastAnswer()) {
          case LastAnswer.Never() -> "";
          case LastAnswer.At(var _, var old) -> String.valueOf(old.toMillis());
        };
    return new Pulse(pump.id().name(), pump.link(), age);
  }

  boolean isSilent() {
    return link == LinkState.SILENT || link == LinkState.DOWN;
  }
}
