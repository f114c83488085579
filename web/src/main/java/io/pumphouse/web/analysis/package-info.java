/**
 * The page of analysis: key figures in words, and what its charts are drawn from. It may call the
 * pages for their frame and the API for what a time is; only the web server calls it.
 */
@NullMarked
package io.pumphouse.web.analysis;

import org.jspecify.annotations.NullMarked;
