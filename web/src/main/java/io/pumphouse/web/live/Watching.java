package io.pumphouse.web.live;

import java.time.Instant;

/**
 * One browser tab that is told what changes. Immutable.
 *
 * @param id what it is called here
 * @param user whose it is; empty where reading is open and nobody logged in
 * @param proof the session or token it came in with; empty where none was needed
 * @param address where it comes from
 * @param since when it came
 */
public record Watching(String id, String user, String proof, String address, Instant since) {}
