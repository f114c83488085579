@NullMarked
package io.pumphouse.agent.log;

import org.jspecify.annotations.NullMarked;
