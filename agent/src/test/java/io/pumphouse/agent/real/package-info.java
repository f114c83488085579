/** The whole product, as a process, against programs this project did not write. */
@NullMarked
package io.pumphouse.agent.real;

import org.jspecify.annotations.NullMarked;
