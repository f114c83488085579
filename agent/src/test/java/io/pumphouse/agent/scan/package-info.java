@NullMarked
package io.pumphouse.agent.scan;

import org.jspecify.annotations.NullMarked;
