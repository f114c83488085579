/**
 * What programs may ask: the JSON API under {@code /api/v1}, {@code /healthz}, and the JSON form of
 * the model's records. It may call the model and borrow the words of the pages; the live socket and
 * the gate write their JSON with it.
 */
@NullMarked
package io.pumphouse.web.api;

import org.jspecify.annotations.NullMarked;
