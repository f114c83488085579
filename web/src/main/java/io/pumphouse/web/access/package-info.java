/**
 * Who may ask at all: one gate in front of every page, API call and socket. It may call the API for
 * the form of its refusals; only the web server calls it.
 */
@NullMarked
package io.pumphouse.web.access;

import org.jspecify.annotations.NullMarked;
