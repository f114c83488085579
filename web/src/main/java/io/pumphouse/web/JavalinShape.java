package io.pumphouse.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.pumphouse.web.access.Gate;

/** What Javalin itself is told, beside its addresses. Pure. */
final class JavalinShape {
  private static final int SMALLEST = 9;

  private JavalinShape() {}

  static void apply(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Gate.BODY_LIMIT;
    config.http.prefer405over404 = true;
    // Javalin takes null for no Brotli. Packing a page of 40 KiB at the highest level costs
    // microseconds.
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(SMALLEST));
  }
}
