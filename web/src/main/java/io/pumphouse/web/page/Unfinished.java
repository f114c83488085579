package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Caller;

/**
 * The question what is to become of interrupted backup runs. Public because compiled templates live
 * in a package of their own.
 *
 * @param runs how many; 0 if there is nothing to ask, or whoever looks may not know
 * @param key what a form carries to prove where it comes from
 * @param mayDecide whether whoever looks may answer
 */
public record Unfinished(int runs, String key, boolean mayDecide) {
  static Unfinished of(Context context, Backups backups) {
    int runs = Caller.mayRead(context.req()) ? backups.glance().interrupted() : 0;
    return Caller.ifAny(context.req()) instanceof Caller.Somebody(var identity, String key)
        ? new Unfinished(runs, key, identity.role().includes(Role.TECHNICIAN))
        : new Unfinished(runs, "", false);
  }
}
