package org.bargardan.base;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Sets mail up as an administrator would.
public final class Mails {

    private Mails() {}

    public static Mail through(String host, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Mail(
                beans.getBeanProvider(JavaMailSender.class),
                host,
                "bargardan@example.org",
                "https://translate.example.org");
    }
}
