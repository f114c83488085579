package io.pumphouse.web.backup;

/**
 * One figure about all backups. Public because compiled templates live in a package of their own.
 *
 * @param slug what it is about: {@code active}
 * @param note what belongs to it; may be empty
 * @param isBad whether it needs a look
 */
public record Stat(String slug, String label, String figure, String note, boolean isBad) {}
