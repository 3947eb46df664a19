package org.bargardan.base;

/// Who runs this site; asked here and answered by `account`.
public interface SiteRoles {

    /// Whether the person is an administrator who may work here.
    boolean isAdministrator(Actor actor);
}
