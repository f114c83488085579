package io.pumphouse.agent.ledger;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.Span;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something that happened. Immutable.
 *
 * @param at when, kept to the millisecond; the time since boot belongs to the boot it happened in
 * @param kind what sort of thing
 * @param pump the name of the pump it happened to; empty when it concerns the whole agent
 * @param text what a person should read
 */
public record Event(Moment at, Kind kind, String pump, String text) {
  /** As it is shown. */
  public Happening happening() {
    return new Happening(at.wall(), kind.word(), pump, text);
  }

  boolean isOf(PumpId wanted, Span span) {
    return pump.equals(wanted.name())
        && !at.wall().isBefore(span.from())
        && at.wall().isBefore(span.to());
  }

  /** The sorts of events; the word is stored and public. */
  public enum Kind {
    AGENT_STARTED,
    AGENT_STOPPED,
    LINK_UP,
    LINK_DOWN,
    /** An alarm of the pump came, or was there when it was first asked. */
    ALARM_ON,
    /** An alarm of the pump is over. */
    ALARM_OFF,
    /** Somebody may change a setting, and the write goes out next, if the agent lives. */
    WRITE_ORDERED,
    /** Somebody changed a setting, and the pump has it. */
    WRITTEN,
    /** Somebody wanted to change a setting; nothing changed, or not to what was wanted. */
    NOT_WRITTEN,
    /** Somebody wanted to change a setting; whether it changed is not known. */
    WRITE_UNKNOWN,
    COMPRESSOR_STARTED,
    COMPRESSOR_STOPPED,
    /** The pump turned to hot water. */
    HOT_WATER_BEGAN,
    HOT_WATER_ENDED,
    DEFROST_BEGAN,
    DEFROST_ENDED,
    /** The additional heater took power. */
    ADD_HEAT_ON,
    ADD_HEAT_OFF,
    REGISTER_REFUSED,
    REGISTER_BACK,
    /** The wall clock was set, by whomever. */
    CLOCK_STEPPED,
    /** From now on the time is known; what was stamped before has been put right. */
    CLOCK_KNOWN,
    /** What an earlier run of the machine stamped stands where it was guessed to belong. */
    CLOCK_GUESSED,
    /** Somebody came in, or made the first account. */
    LOGGED_IN,
    /** A session ended. */
    LOGGED_OUT,
    /** Somebody was not let in. */
    LOGIN_FAILED,
    /** Somebody changed who may do what. */
    ACCESS_CHANGED,
    /** What could be read of a damaged ledger is here again. */
    LEDGER_RESCUED,
    /** A backup was deleted, by its job or by somebody. */
    BACKUP_DELETED,
    /** Somebody had the readings' file read through. */
    STORE_CHECKED,
    /** A backup took the place of what was here. */
    BACKUP_RESTORED,
    /** A medium was unmounted to be pulled. */
    MEDIUM_EJECTED,
    /** What a pump is told by its SG Ready inputs. */
    SG_READY_CHANGED,
    /** Somebody had something done at the console. */
    CONSOLE_ORDER,
    /** An address of this machine was changed, confirmed or taken back. */
    NETWORK_CHANGED,
    /** Somebody set something for the agent itself. */
    SETTING_CHANGED,
    /** Written by another version of the agent; its text still says what it was. */
    OTHER;

    /** The word in the file and the API: {@code link-down}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElse(OTHER);
    }
  }
}
