/**
 * The vocabulary everyone may use: what a pump has (registers), what it means (metrics, units), and
 * what was heard from it (samples with a time and, where there is no value, a reason). Pure values;
 * this room calls nobody and everybody calls it.
 */
@NullMarked
package io.pumphouse.hal.reading;

import org.jspecify.annotations.NullMarked;
