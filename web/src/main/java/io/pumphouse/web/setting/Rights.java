package io.pumphouse.web.setting;

import io.javalin.http.Context;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Caller;

/**
 * What whoever asks may do. Public because compiled templates live in a package of their own.
 *
 * @param key what their forms carry to prove where they come from
 * @param mayChange whether they may set something
 */
public record Rights(String key, boolean mayChange) {
  static Rights of(Context context) {
    return Caller.of(context.req()) instanceof Caller.Somebody(var identity, String key)
        ? new Rights(key, identity.role().includes(Role.OWNER))
        : new Rights("", false);
  }
}
