package org.bargardan.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.bargardan.OnScreen;
import org.bargardan.account.PasswordResets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

class ForgottenViewTest extends OnScreen {

    private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired private PasswordResets resets;
    @Autowired private JdbcClient database;
    @Autowired private TransactionTemplate transaction;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("spring.mail.properties.mail.smtp.auth", () -> "false");
        settings.add("spring.mail.properties.mail.smtp.starttls.required", () -> "false");
        settings.add("bargardan.mail.from", () -> "bargardan@example.org");
        settings.add("bargardan.public-url", () -> "https://translate.example.org");
    }

    @AfterAll
    static void theMailServerStops() {
        SERVER.stop();
    }

    @BeforeEach
    void saraHasAskedBefore() {
        database.sql("update account_person set email = 'sara@example.org' where id = ?")
                .param(sara.value())
                .update();
        transaction.execute(status -> resets.ask("sara@example.org", "elsewhere"));
    }

    /// Somebody's link takes a moment to be stored, nobody's does not: that must not be seen.
    @Test
    void theAnswerDoesNotWaitForWhetherThereIsSuchAPerson() throws Exception {
        UI.getCurrent().navigate(ForgottenView.class);
        var held = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var holder =
                Thread.ofVirtual()
                        .start(() ->
                                transaction.executeWithoutResult(status -> {
                                    database.sql(
                                                    "update account_reset set used_at ="
                                                            + " used_at where person_id = ?")
                                            .param(sara.value())
                                            .update();
                                    held.countDown();
                                    awaitQuietly(answered);
                                }));
        held.await();
        test(find(TextField.class).single()).setValue("sara@example.org");
        test(find(Button.class).withText("Send me a link").single()).click();
        assertThat(page()).contains("If");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
        answered.countDown();
        holder.join();
        assertThat(SERVER.waitForIncomingEmail(SOON.toMillis(), 1)).isTrue();
        assertThat(SERVER.getReceivedMessages()[0].getContent().toString())
                .contains("https://translate.example.org/reset/");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        assertThatCode(() -> latch.await()).doesNotThrowAnyException();
    }
}
