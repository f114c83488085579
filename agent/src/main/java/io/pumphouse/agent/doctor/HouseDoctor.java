package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one exam after the other. As thread-safe as they are. */
public final class HouseDoctor implements Doctor {
  private static final Logger LOG = LoggerFactory.getLogger(HouseDoctor.class);

  private final List<Exam> exams;
  private final Bundle bundle;

  /**
   * A doctor.
   *
   * @param exams in the order told
   */
  public HouseDoctor(List<Exam> exams, Bundle bundle) {
    this.exams = List.copyOf(exams);
    this.bundle = bundle;
  }

  @Override
  public List<Sign> examine() {
    List<Sign> signs = new ArrayList<>();
    for (Exam exam : exams) {
      signs.addAll(made(exam));
    }
    return signs;
  }

  /** A bug in one exam hides none of the others. */
  private static List<Sign> made(Exam exam) {
    try {
      return exam.signs();
    } catch (RuntimeException bug) {
      LOG.error("an exam failed", bug);
      return List.of(
          Sign.look(
              "doctor", "an exam failed by a bug: " + bug, "send it to whoever maintains it"));
    }
  }

  @Override
  public void pack(OutputStream to) throws IOException {
    bundle.pack(to, new Report(examine()).text());
  }
}
