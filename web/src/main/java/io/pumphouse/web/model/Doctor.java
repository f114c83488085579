package io.pumphouse.web.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Looks at everything a technician would look at, and packs what somebody far away needs to know.
 * Thread-safe; takes seconds, for it asks tools and reads files through.
 */
public interface Doctor {
  /** How bad it is, from nothing to everything. */
  enum Grade {
    WELL,
    /** It works, but somebody should look at it. */
    LOOK,
    /** Something does not work. */
    BAD
  }

  /**
   * One thing that was looked at.
   *
   * @param name what: {@code clock}, {@code port /dev/ttyUSB0}
   * @param cause what is wrong, or how it is if nothing is
   * @param next what to do; empty when nothing need be done
   */
  record Sign(String name, Grade grade, String cause, String next) {
    public static Sign well(String name, String how) {
      return new Sign(name, Grade.WELL, how, "");
    }

    public static Sign look(String name, String cause, String next) {
      return new Sign(name, Grade.LOOK, cause, next);
    }

    public static Sign bad(String name, String cause, String next) {
      return new Sign(name, Grade.BAD, cause, next);
    }
  }

  /** Looks at everything now. */
  List<Sign> examine();

  /**
   * Writes an archive (zip) of what was found, configuration, logs and last readings, and never a
   * secret.
   *
   * @throws IOException when {@code to} does not take it
   */
  void pack(OutputStream to) throws IOException;

  /** One who has nothing to look at. */
  static Doctor none() {
    return new Doctor() {
      @Override
      public List<Sign> examine() {
        return List.of();
      }

      @Override
      public void pack(OutputStream to) {}
    };
  }

  /** The worst of them; well if there is none. */
  static Grade worst(List<Sign> signs) {
    Grade worst = Grade.WELL;
    for (Sign sign : signs) {
      worst = sign.grade().compareTo(worst) > 0 ? sign.grade() : worst;
    }
    return worst;
  }
}
