@NullMarked
package io.pumphouse.agent.insight;

import org.jspecify.annotations.NullMarked;
