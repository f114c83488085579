package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Caller;

/**
 * What whoever asks may do. Public because compiled templates live in a package of their own.
 *
 * @param key what their forms carry to prove where they come from
 * @param mayRun whether they may run jobs
 * @param mayDefine whether they may say what is copied where
 */
public record Rights(String key, boolean mayRun, boolean mayDefine) {
  private static final Rights NONE = new Rights("", false, false);

  static Rights of(Context context) {
    return Caller.of(context.req()) instanceof Caller.Somebody(var identity, String key)
        ? new Rights(
            key, identity.role().includes(Role.TECHNICIAN), identity.role().includes(Role.OWNER))
        : NONE;
  }

  /** Whether this order would be carried out for them. */
  public boolean may(JobOrder order) {
    return order.isForOwners() ? mayDefine : mayRun;
  }
}
