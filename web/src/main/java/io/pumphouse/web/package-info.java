/**
 * Start and stop of the web server, and which room answers which address. It may call every room of
 * the web; only the agent's composition root calls it.
 */
@NullMarked
package io.pumphouse.web;

import org.jspecify.annotations.NullMarked;
