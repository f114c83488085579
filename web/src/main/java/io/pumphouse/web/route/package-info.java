/**
 * The route table: every address of the server with the role it needs. It calls nobody but the
 * model; every room of the web declares its addresses here, and the server takes them from nowhere
 * else.
 */
@NullMarked
package io.pumphouse.web.route;

import org.jspecify.annotations.NullMarked;
