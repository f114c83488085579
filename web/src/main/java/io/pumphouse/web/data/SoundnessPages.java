package io.pumphouse.web.data;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Soundness;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Map;

/**
 * The part of the page that tells whether the file is sound, and the order to look. Thread-safe.
 */
final class SoundnessPages {
  private final Pages pages;
  private final Soundness soundness;
  private final TimeSource time;

  SoundnessPages(Pages pages, Soundness soundness, TimeSource time) {
    this.pages = pages;
    this.soundness = soundness;
    this.time = time;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.READER, "/fragment/soundness", this::fragment);
    routes.post(Need.TECHNICIAN, "/data/check", this::look);
  }

  /** What to show whoever asks. */
  SoundnessView view(Context context) {
    return SoundnessView.of(
        pages.tongue(context), pages, soundness.state(), key(context), time.wall());
  }

  private void fragment(Context context) {
    context.header("Cache-Control", "no-store");
    pages.show(context, "data", "", "soundness.jte", Map.of("sound", view(context)));
  }

  private void look(Context context) {
    soundness.look(Caller.known(context.req()).user());
    if (context.header("HX-Request") == null) {
      context.redirect(pages.link("/data#sound"), HttpStatus.SEE_OTHER);
    } else {
      fragment(context);
    }
  }

  private static String key(Context context) {
    return Caller.of(context.req()) instanceof Caller.Somebody(var identity, String key)
            && identity.role().includes(Role.TECHNICIAN)
        ? key
        : "";
  }
}
