package org.bargardan.base;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Does something small once the transaction that is under way has been committed, for the hearers
/// of notices.
///
/// A `@TransactionalEventListener` will not do: Modulith notes the state of each such listener in a
/// further transaction while the first still holds its connection, so that as many commits at once
/// as the pool has connections wait for each other until they give up.
public final class AfterCommit {

    private AfterCommit() {}

    /// Nothing is done when there is no transaction, or when it is rolled back. What the action
    /// throws is logged and harms nobody, since the change is stored already.
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status == STATUS_COMMITTED) {
                            action.run();
                        }
                    }
                });
    }
}
