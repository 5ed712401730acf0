package org.apache.cassandra.security;

import java.security.Permission;
import java.security.PermissionCollection;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Takes the place of Cassandra's class of the same name, which cannot be loaded on a JDK without a
 * security manager. It secures nothing: user-defined functions run without a sandbox, so this is
 * for development only.
 */
public final class ThreadAwareSecurityManager {
  public static final PermissionCollection noPermissions = new NoPermissions();

  private ThreadAwareSecurityManager() {}

  public static void install() {
    // Nothing to install: the JDK has no security manager any more.
  }

  public static boolean isSecuredThread() {
    return false;
  }

  private static final class NoPermissions extends PermissionCollection {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Permission permission) {
      throw new UnsupportedOperationException("no permission can be granted here");
    }

    @Override
    public boolean implies(Permission permission) {
      return false;
    }

    @Override
    public Enumeration<Permission> elements() {
      return Collections.emptyEnumeration();
    }
  }
}
