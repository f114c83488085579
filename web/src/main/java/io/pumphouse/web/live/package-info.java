/**
 * Readings to every open browser as they come: the WebSocket {@code /ws/live}. It may call the
 * model, the API's JSON and the pages' words; only the web server calls it. A slow or rude client
 * costs its own connection and nobody else's time.
 */
@NullMarked
package io.pumphouse.web.live;

import org.jspecify.annotations.NullMarked;
