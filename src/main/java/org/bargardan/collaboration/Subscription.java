package org.bargardan.collaboration;

/// Ends the telling; ending it twice does no harm.
@FunctionalInterface
public interface Subscription {

    void cancel();
}
