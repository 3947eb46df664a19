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
import java.util.List;
import org.bargardan.account.PasswordResets;
import org.bargardan.base.Mail;
import org.bargardan.base.Messages;
import org.bargardan.base.ui.FrontPage;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.ScreenSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where somebody who lost their password asks for a reset link by mail; there only where mail is
/// set up. It answers the same whether there is such a person or not.
@Route(value = "forgotten", autoLayout = false)
@AnonymousAllowed
class ForgottenView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenView.class);

    private final transient PasswordResets resets;
    private final transient Mail mail;
    private final transient Messages messages;
    private final TextField who = new TextField();
    private final Paragraph answer = new Paragraph();

    ForgottenView(PasswordResets resets, Mail mail, Messages messages, ScreenSetup screens) {
        this.resets = resets;
        this.mail = mail;
        this.messages = messages;
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
        var asked = who.getValue();
        var address = VaadinRequest.getCurrent().getRemoteAddr();
        // Not while the answer waits: its time would tell whether there is such a person.
        Thread.ofVirtual().start(() -> send(asked, address));
        answer.setText(getTranslation("forgotten.sent"));
    }

    private void send(String asked, String address) {
        try {
            resets.ask(asked, address).forEach(this::send);
        } catch (RuntimeException e) {
            // Its message may hold the address.
            LOG.error("A reset link was not sent: {}", e.getClass().getName());
        }
    }

    private void send(PasswordResets.Letter letter) {
        mail.send(
                letter.to(),
                messages.get("forgotten.mail.subject", List.of(), letter.locale()),
                messages.get(
                        "forgotten.mail.text",
                        List.of(mail.address("reset/" + letter.link().text())),
                        letter.locale()));
    }
}
