package io.pumphouse.web.model;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;

/**
 * One register of a pump's map and how it has fared since the agent started.
 *
 * @param name the public name: a metric's key or {@code register:30002}
 * @param register where it lives and how it is laid out
 * @param every how often it is asked for; zero if only when somebody asks
 * @param newest the newest sample; a register in quarantine has one that says until when
 * @param good the last value
 * @param bad the last fault, quarantine apart
 * @param words the raw words of the newest sample; empty where it has none
 * @param values how many values there were
 * @param missing how often the pump said that it has no such sensor
 * @param faults how many faults there were
 */
public record RegisterStatus(
    String name,
    Register register,
    Duration every,
    Last<Sample> newest,
    Last<Reading> good,
    Last<Invalid> bad,
    List<Integer> words,
    long values,
    long missing,
    long faults) {
  public RegisterStatus {
    words = List.copyOf(words);
  }
}
