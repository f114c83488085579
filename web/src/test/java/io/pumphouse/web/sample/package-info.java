/**
 * A made-up site with made-up pumps: small real implementations of the model's interfaces, the same
 * for every test, so that whole pages and whole answers can be compared.
 */
@NullMarked
package io.pumphouse.web.sample;

import org.jspecify.annotations.NullMarked;
