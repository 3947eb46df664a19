package org.bargardan.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bargardan.account.PasswordResets;
import org.bargardan.base.Mail;
import org.bargardan.base.ui.FrontPage;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.ScreenSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/// Where somebody who lost their password asks for a reset link by mail; there only where mail is
/// set up. It answers the same whether there is such a person or not.
@Route(value = "forgotten", autoLayout = false)
@AnonymousAllowed
class ForgottenView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenView.class);

    private final transient PasswordResets resets;
    private final transient Mail mail;
    private final TextField who = new TextField();
    private final Paragraph answer = new Paragraph();

    ForgottenView(PasswordResets resets, Mail mail, ScreenSetup screens) {
        this.resets = resets;
        this.mail = mail;
        who.setLabel(getTranslation("forgotten.who"));
        who.setWidthFull();
        answer.addClassName("welcome");
        answer.getElement().setAttribute("role", "status");
        add(
                new FrontPage(
                        screens,
                        getTranslation("forgotten.title"),
                        getTranslation("forgotten.intro"),
                        who,
                        Parts.primary(getTranslation("forgotten.send"), this::send),
                        answer,
                        Parts.link("login", "", Parts.span("", getTranslation("login.title")))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!mail.isSetUp()) {
            entering.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("forgotten.title"));
    }

    private void send() {
        var address = VaadinRequest.getCurrent().getRemoteAddr();
        for (var letter : resets.ask(who.getValue(), address)) {
            var subject = getTranslation(letter.locale(), "forgotten.mail.subject");
            var text =
                    getTranslation(
                            letter.locale(),
                            "forgotten.mail.text",
                            mail.address("reset/" + letter.link().text()));
            // Not while the answer waits: its time would tell whether there is such a person.
            Thread.ofVirtual().start(() -> send(letter.to(), subject, text));
        }
        answer.setText(getTranslation("forgotten.sent"));
    }

    private void send(String to, String subject, String text) {
        try {
            mail.send(to, subject, text);
        } catch (MailException e) {
            // Its message may hold the address.
            LOG.error("A reset link was not sent: {}", e.getClass().getName());
        }
    }
}
