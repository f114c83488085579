/**
 * The page on which a technician changes a setting of a pump or resets its alarm: asked once more
 * before it is sent, and told in words what became of it. It may call the pages for their style and
 * the API for the form of requests; only the web server calls it.
 */
@NullMarked
package io.pumphouse.web.order;

import org.jspecify.annotations.NullMarked;
