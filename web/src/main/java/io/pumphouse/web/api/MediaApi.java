package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies on the media. A backup holds everything that the agent ever knew, logins among it: only
 * an owner takes one away, deletes one or brings one back.
 */
final class MediaApi {
  private static final Logger LOG = LoggerFactory.getLogger(MediaApi.class);

  private final Backups backups;

  MediaApi(Backups backups) {
    this.backups = backups;
  }

  void addTo(RouteTable routes, String prefix) {
    String backup = prefix + "/backups/{backup}";
    routes.get(Need.READER, prefix + "/media", this::media);
    routes.post(Need.TECHNICIAN, prefix + "/media/{medium}/eject", this::eject);
    routes.post(Need.OWNER, prefix + "/notices/test", this::test);
    routes.get(Need.READER, prefix + "/backups", this::list);
    routes.get(Need.OWNER, backup, this::download);
    routes.delete(Need.OWNER, backup, this::delete);
    routes.post(
        Need.TECHNICIAN,
        backup + "/verify",
        context -> JobsApi.answer(context, backups.media().verify(id(context))));
    routes.post(
        Need.OWNER,
        backup + "/restore",
        context -> JobsApi.answer(context, backups.media().restore(id(context))));
    routes.delete(
        Need.OWNER,
        prefix + "/restore",
        context -> JobsApi.answer(context, backups.media().withdrawRestore()));
  }

  /** A text for each receiver. */
  private void test(Context context) {
    List<JobAnswer> answers = backups.notices().test();
    Api.stream(
        context,
        json -> {
          json.writeStartArray();
          for (JobAnswer answer : answers) {
            json.writeString(RunsApi.words(answer));
          }
          json.writeEndArray();
        });
  }

  private static String id(Context context) {
    return context.pathParam("backup");
  }

  private void media(Context context) {
    List<Medium> media = backups.media().media();
    Api.stream(
        context,
        json -> {
          json.writeStartArray();
          for (Medium medium : media) {
            json.writeStartObject();
            MediaJson.fields(json, medium);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void list(Context context) {
    List<Medium> media = backups.media().media();
    Api.stream(
        context,
        json -> {
          json.writeStartArray();
          for (Medium medium : media) {
            for (StoredBackup backup : medium.backups()) {
              json.writeStartObject();
              MediaJson.fields(json, backup);
              json.writeEndObject();
            }
          }
          json.writeEndArray();
        });
  }

  private void eject(Context context) {
    String who = Caller.known(context.req()).user();
    JobsApi.answer(context, backups.media().eject(context.pathParam("medium"), who));
  }

  private void delete(Context context) {
    boolean isForced = "yes".equals(context.queryParam("force"));
    String who = Caller.known(context.req()).user();
    JobsApi.answer(context, backups.media().delete(id(context), isForced, who));
  }

  /** One archive, so that unpacked it is a folder that {@code pumphouse restore} takes. */
  private void download(Context context) {
    List<Path> files = backups.media().files(id(context));
    if (files.isEmpty()) {
      Problem.of(
              HttpStatus.NOT_FOUND,
              "there is no backup \"%s\" on a medium that is there; see media"
                  .formatted(id(context)))
          .answer(context);
      return;
    }
    context.header(Header.CACHE_CONTROL, "no-store");
    context.header(
        Header.CONTENT_DISPOSITION,
        "attachment; filename=\"%s.zip\"".formatted(id(context).replaceAll("[^A-Za-z0-9.-]", "_")));
    context.contentType("application/zip");
    pack(context, files);
  }

  private static void pack(Context context, List<Path> files) {
    try (ZipOutputStream zip = new ZipOutputStream(context.outputStream())) {
      for (Path file : files) {
        pack(context, file, zip);
      }
    } catch (IOException e) {
      LOG.warn("a backup was not sent to its end: {}", e.toString());
    }
  }

  /** An archive that ends well passes for whole: it must not end if a file of it was cut short. */
  private static void pack(Context context, Path file, ZipOutputStream zip) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (IOException e) {
      hangUp(context);
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The status is sent: only a connection that breaks still tells the other end. */
  private static void hangUp(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
