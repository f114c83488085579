/**
 * The page of the log: filtered, searched, followed while it grows. Calls the model, the API's
 * reading of the filter and the pages' frame; the server adds its addresses.
 */
@NullMarked
package io.pumphouse.web.log;

import org.jspecify.annotations.NullMarked;
