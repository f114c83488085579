@NullMarked
package io.pumphouse.agent.publish.mqtt;

import org.jspecify.annotations.NullMarked;
