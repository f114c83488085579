@NullMarked
package io.pumphouse.agent.publish.influx;

import org.jspecify.annotations.NullMarked;
