@NullMarked
package io.pumphouse.agent.publish.ship;

import org.jspecify.annotations.NullMarked;
