package org.bargardan.base.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bargardan.base.NotFoundException;

/// Said alike of what does not exist and of what the person may not know to exist.
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends NothingHere implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return because("failure.not-found");
    }
}
