package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;

/** Serves the assets: a name never changes its content, so a browser asks for it once. */
final class AssetHandler implements Handler {
  private final Assets assets;

  AssetHandler(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void handle(Context context) {
    Asset asset = assets.at(context.path()).orElseThrow(NotFoundResponse::new);
    context.header(Header.CACHE_CONTROL, "public, max-age=31536000, immutable");
    context.header(Header.VARY, Header.ACCEPT_ENCODING);
    context.header(Header.ETAG, asset.etag());
    if (accepts(context, Header.IF_NONE_MATCH, asset.etag())) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else if (accepts(context, Header.ACCEPT_ENCODING, "gzip")) {
      context.header(Header.CONTENT_ENCODING, "gzip");
      context.header(Header.CONTENT_LENGTH, Integer.toString(asset.size()));
      context.contentType(asset.type()).result(asset.packed());
    } else {
      context.contentType(asset.type()).result(asset.plain());
    }
  }

  private static boolean accepts(Context context, String header, String what) {
    String accepted = context.header(header);
    return accepted != null && accepted.contains(what);
  }
}
