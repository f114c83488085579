package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import java.util.List;

/** Looks at one thing. Whatever it meets is a sign, never an exception. */
@FunctionalInterface
public interface Exam {
  /** What it sees now. */
  List<Sign> signs();
}
