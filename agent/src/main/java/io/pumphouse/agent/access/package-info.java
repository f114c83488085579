/**
 * Who may do what: accounts and tokens in {@code access.yaml}, sessions beside the events, the
 * claim code, and how patient the door is with wrong passwords. It implements what {@code
 * web.model} and the local commands ask for, and calls {@code agent.ledger}; only {@code agent.app}
 * makes it.
 */
@NullMarked
package io.pumphouse.agent.access;

import org.jspecify.annotations.NullMarked;
