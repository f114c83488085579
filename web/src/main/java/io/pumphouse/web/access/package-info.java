/**
 * Who may ask at all, and what: one gate in front of every page, API call and socket, a door in
 * front of each route, and the pages on which people claim, log in and see who else is there. It
 * may call the API and the pages for the form of its answers, the live socket for who watches, and
 * the route table; only the web server calls it.
 */
@NullMarked
package io.pumphouse.web.access;

import org.jspecify.annotations.NullMarked;
