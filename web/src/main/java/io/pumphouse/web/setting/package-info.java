/**
 * The page of settings: what can be set, which programs there are, where things lie, what this is.
 * Calls the model and the pages' frame; the server adds its addresses.
 */
@NullMarked
package io.pumphouse.web.setting;

import org.jspecify.annotations.NullMarked;
