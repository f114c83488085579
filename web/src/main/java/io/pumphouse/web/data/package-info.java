/**
 * The page of stored readings: what there is, one register's samples leaf by leaf, files to take
 * away, and questions in SQL. It may call the pages for their frame and the API for what a time is;
 * only the web server calls it.
 */
@NullMarked
package io.pumphouse.web.data;

import org.jspecify.annotations.NullMarked;
