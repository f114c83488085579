@NullMarked
package io.pumphouse.agent.write;

import org.jspecify.annotations.NullMarked;
