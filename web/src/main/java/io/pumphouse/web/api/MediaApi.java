package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Media;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private static final Duration PATIENCE = Duration.ofSeconds(15); // a connection idles for 20

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
        context -> order(context, id(context), backups.media()::verify));
    routes.post(
        Need.OWNER,
        backup + "/restore",
        context -> order(context, id(context), backups.media()::restore));
    routes.get(Need.READER, prefix + "/restore", this::restoring);
    routes.delete(
        Need.OWNER,
        prefix + "/restore",
        context -> JobsApi.answer(context, backups.media().withdrawRestore()));
  }

  /** What takes longer than a connection may be silent goes on by itself. */
  private static void order(Context context, String about, Function<String, JobAnswer> order) {
    Optional<JobAnswer> answer = Errand.begin(PATIENCE, () -> order.apply(about));
    answer.ifPresentOrElse(
        done -> JobsApi.answer(context, done),
        () -> {
          context.status(HttpStatus.ACCEPTED);
          String said = "it goes on; GET restore tells how far it is, and what came of it";
          Api.answer(context, Json.object(json -> json.writeStringField("said", said)));
        });
  }

  private void restoring(Context context) {
    Media media = backups.media();
    Api.answer(context, MediaJson.of(media.restoring(), media.chore().stream().toList()));
  }

  /** A text for each receiver. */
  private void test(Context context) {
    List<String> answers = backups.notices().test().stream().map(RunsApi::words).toList();
    Api.stream(context, json -> Json.texts(json, answers));
  }

  private static String id(Context context) {
    return context.pathParam("backup");
  }

  private void media(Context context) {
    List<Medium> media = backups.media().media();
    Api.stream(context, json -> Json.array(json, media, MediaJson::fields));
  }

  private void list(Context context) {
    List<StoredBackup> all =
        backups.media().media().stream().flatMap(medium -> medium.backups().stream()).toList();
    Api.stream(context, json -> Json.array(json, all, MediaJson::fields));
  }

  private void eject(Context context) {
    String who = Caller.known(context.req()).user();
    order(context, context.pathParam("medium"), id -> backups.media().eject(id, who));
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
              "there is no whole backup \"%s\" on a medium that is there; see media"
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
