package io.pumphouse.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes away what a reverse proxy puts before every address, so that nothing behind here knows of
 * it. Whoever asks without it, such as a check on this machine, is answered too. Thread-safe.
 */
final class SubPath extends Handler.Wrapper {
  private final String base;

  /**
   * @param base {@code /pump}
   */
  SubPath(String base) {
    this.base = base;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    if (path.equals(base)) {
      Response.sendRedirect(
          request, response, callback, HttpStatus.MOVED_PERMANENTLY_301, base + "/", true);
      return true;
    }
    if (!path.startsWith(base + "/")) {
      return super.handle(request, response, callback);
    }
    HttpURI inner = HttpURI.build(uri).path(path.substring(base.length())).asImmutable();
    return super.handle(Request.serveAs(request, inner), response, callback);
  }
}
