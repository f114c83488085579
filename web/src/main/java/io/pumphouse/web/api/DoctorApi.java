package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.util.Locale;

/** What the doctor says, and the bundle for somebody far away. */
final class DoctorApi {
  private final Doctor doctor;

  DoctorApi(Doctor doctor) {
    this.doctor = doctor;
  }

  void addTo(RouteTable routes, String at) {
    routes.get(Need.TECHNICIAN, at, context -> Api.answer(context, signs()));
    routes.get(Need.OWNER, at + "/bundle", this::bundle);
  }

  private String signs() {
    return Json.text(
        json -> {
          json.writeStartArray();
          for (Sign sign : doctor.examine()) {
            json.writeStartObject();
            json.writeStringField("name", sign.name());
            json.writeStringField("grade", sign.grade().name().toLowerCase(Locale.ROOT));
            json.writeStringField("cause", sign.cause());
            json.writeStringField("next", sign.next());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void bundle(Context context) throws IOException {
    context.contentType("application/zip");
    context.header("Content-Disposition", "attachment; filename=\"pumphouse-bundle.zip\"");
    context.header("Cache-Control", "no-store");
    doctor.pack(context.outputStream());
  }
}
