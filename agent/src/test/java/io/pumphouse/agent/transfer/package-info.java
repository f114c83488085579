@NullMarked
package io.pumphouse.agent.transfer;

import org.jspecify.annotations.NullMarked;
