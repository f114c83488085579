@NullMarked
package io.pumphouse.agent;

import org.jspecify.annotations.NullMarked;
