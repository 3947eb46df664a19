package org.bargardan.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.communication.rpc.RpcDecodeException;
import java.security.SecureRandom;
import java.util.Locale;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ReadOnlyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says on the screen that something failed and under which number the administrator finds it;
/// never a stack trace.
class FailureNotice implements ErrorHandler {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(FailureNotice.class);
    private static final int SHOWN_MILLIS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void error(ErrorEvent event) {
        var failure = event.getThrowable();
        var ui = UI.getCurrent();
        if (caused(failure, NotFoundException.class)) {
            show(ui, "failure.not-found");
        } else if (caused(failure, NotAllowedException.class)) {
            show(ui, "failure.not-allowed");
        } else if (caused(failure, ReadOnlyException.class)) {
            show(ui, "failure.read-only");
        } else {
            var number = String.format(Locale.ROOT, "E-%04X", RANDOM.nextInt(0x10000));
            if (caused(failure, RpcDecodeException.class)) {
                // Its message quotes what was sent, which no screen of ours sends.
                LOG.warn("Failure {}: a browser sent a value of the wrong kind", number);
            } else {
                LOG.error("Failure {}", number, failure);
            }
            show(ui, "failure.unexpected", number);
        }
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static void show(UI ui, String key, Object... arguments) {
        if (ui == null) {
            return;
        }
        ui.accessLater(
                        () -> {
                            var notice =
                                    Notification.show(
                                            ui.getTranslation(key, arguments),
                                            SHOWN_MILLIS,
                                            Position.BOTTOM_CENTER);
                            notice.addThemeVariants(NotificationVariant.ERROR);
                        },
                        () -> {})
                .run();
    }
}
