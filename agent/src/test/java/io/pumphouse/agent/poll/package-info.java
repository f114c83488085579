@NullMarked
package io.pumphouse.agent.poll;

import org.jspecify.annotations.NullMarked;
