package org.bargardan.account.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bargardan.account.SignedInAccount;
import org.bargardan.account.SignedOut;
import org.bargardan.account.UserId;
import org.bargardan.base.AfterCommit;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Closes the open screens of a person whose every sign-in has ended, so that nothing more is
/// pushed to them; a screen that is only asked again is refused anyway ([EndedSignIns]).
@Component
class OpenScreens implements VaadinServiceInitListener {

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource()
                .addSessionDestroyListener(destroy -> sessions.remove(destroy.getSession()));
    }

    @EventListener
    void on(SignedOut signedOut) {
        AfterCommit.run(() -> close(signedOut.person()));
    }

    private void close(UserId person) {
        for (var session : sessions) {
            if (isOf(session, person)) {
                session.access(session::close);
            }
        }
    }

    private static boolean isOf(VaadinSession session, UserId person) {
        var http = session.getSession();
        if (http == null) {
            return false;
        }
        try {
            return http.getAttribute(
                                    HttpSessionSecurityContextRepository
                                            .SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext context
                    && context.getAuthentication() != null
                    && context.getAuthentication().getPrincipal() instanceof SignedInAccount account
                    && account.person().equals(person);
        } catch (IllegalStateException e) {
            // The session ended by itself meanwhile.
            return false;
        }
    }
}
