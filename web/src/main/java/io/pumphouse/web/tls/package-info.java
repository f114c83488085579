/**
 * Where the server's certificate comes from: files of the owner's, or one it makes for itself. It
 * calls nobody; only the web server calls it.
 */
@NullMarked
package io.pumphouse.web.tls;

import org.jspecify.annotations.NullMarked;
