package org.bargardan.base;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Sends mail where the administrator has set an SMTP server; everything works without.
@Component
public class Mail {

    private final ObjectProvider<JavaMailSender> senders;
    private final String host;
    private final String from;
    private final String publicUrl;

    Mail(
            ObjectProvider<JavaMailSender> senders,
            @Value("${spring.mail.host:}") String host,
            @Value("${bargardan.mail.from:}") String from,
            @Value("${bargardan.public-url:}") String publicUrl) {
        this.senders = senders;
        this.host = host;
        this.from = from;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
    }

    /// Whether mails with links can be sent. The address of this site must be set for that: what a
    /// request says of it may come from whoever wants the link.
    public boolean isSetUp() {
        return !host.isBlank()
                && !from.isBlank()
                && publicUrl.startsWith("http")
                && senders.getIfAvailable() != null;
    }

    /// The whole address of a page of this site.
    public String address(String path) {
        return publicUrl + path;
    }

    /// @throws MailException if it is no address, or the server does not take it
    public void send(String to, String subject, String text) {
        var address =
                MailAddress.of(to).orElseThrow(() -> new MailParseException("no mail address"));
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(address.sent());
        message.setSubject(subject);
        message.setText(text);
        senders.getObject().send(message);
    }
}
