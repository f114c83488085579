/**
 * What surfaces may see and ask: small interfaces, one per capability, and the records they return.
 * No I/O. The rooms of the agent implement the interfaces; pages, JSON API, WebSocket, local socket
 * and console render the same records.
 */
@NullMarked
package io.pumphouse.web.model;

import org.jspecify.annotations.NullMarked;
