package io.pumphouse.web.sample;

import io.pumphouse.web.model.Doctor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A doctor who finds a worn card. */
final class MadeUpDoctor implements Doctor {
  @Override
  public List<Sign> examine() {
    return List.of(
        Sign.well("clock", "right, by network"),
        Sign.look("disk", "92 % of it is worn", "put in a new card"));
  }

  @Override
  public void pack(OutputStream to) throws IOException {
    to.write("a bundle".getBytes(StandardCharsets.UTF_8));
  }
}
