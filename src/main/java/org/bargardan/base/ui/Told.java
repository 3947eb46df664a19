package org.bargardan.base.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/// Words that appear at the page's foot for a moment.
public final class Told {

    private static final int MILLIS = 4_000;

    private Told() {}

    public static void shortly(String text) {
        Notification.show(text, MILLIS, Position.BOTTOM_CENTER);
    }
}
