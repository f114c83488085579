/**
 * The pages of backups: how they stand, each job and each run, and the orders about them. It may
 * call the pages for their frame; only the web server calls it. An agent whose backups nobody looks
 * at loads hardly any of it.
 */
@NullMarked
package io.pumphouse.web.backup;

import org.jspecify.annotations.NullMarked;
