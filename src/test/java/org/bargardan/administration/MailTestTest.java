package org.bargardan.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailTestTest {

    @Test
    void aRefusedSignInIsToldFromAServerThatDoesNotAnswer() {
        assertThat(MailTest.of(new MailAuthenticationException("535")))
                .isEqualTo(MailTest.SIGN_IN_REFUSED);
        assertThat(MailTest.of(new MailSendException("no", new ConnectException("refused"))))
                .isEqualTo(MailTest.UNREACHABLE);
    }

    @Test
    void allElseIsAServerThatDoesNotTakeTheMail() {
        assertThat(MailTest.of(new MailSendException("550"))).isEqualTo(MailTest.REFUSED);
    }
}
