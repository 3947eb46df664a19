package org.bargardan.base.ui;

/// A way to a page from the bar of every page; modules register theirs as beans.
public interface NavigationEntry {

    /// The page's address.
    String path();

    String textKey();

    /// Whether the person whose screen it is may go there.
    boolean isShown();
}
