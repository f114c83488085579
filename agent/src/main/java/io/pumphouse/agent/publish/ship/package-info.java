/**
 * How readings get from the store to a receiver: in order, at least once, in bounded pieces, with
 * pauses that grow while it fails. It knows no protocol; {@code agent.publish} and its protocols
 * call it, and it calls {@code agent.store}.
 */
@NullMarked
package io.pumphouse.agent.publish.ship;

import org.jspecify.annotations.NullMarked;
