@NullMarked
package io.pumphouse.agent.setting;

import org.jspecify.annotations.NullMarked;
