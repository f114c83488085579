/**
 * The snapshots that lie in a folder, as somebody finds them who has nothing but the medium: what a
 * manifest says, whether the files agree with it, and how one is deleted so that a power cut leaves
 * no half of it. The rooms beside it write, keep, restore and list snapshots; it calls none of
 * them.
 */
@NullMarked
package io.pumphouse.agent.backup.medium;

import org.jspecify.annotations.NullMarked;
