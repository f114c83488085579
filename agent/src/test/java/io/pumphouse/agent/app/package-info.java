@NullMarked
package io.pumphouse.agent.app;

import org.jspecify.annotations.NullMarked;
