@NullMarked
package io.pumphouse.agent.command;

import org.jspecify.annotations.NullMarked;
