package org.bargardan.account;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells whoever started the server where it is and, at the very first start, the one-time code for
/// the administrator's account.
@Component
class Announcement {

    private final FirstStart firstStart;
    private final Environment environment;
    private final String adminName;
    private final String adminPassword;
    private final String adminPenName;

    Announcement(
            FirstStart firstStart,
            Environment environment,
            @Value("${bargardan.admin.username}") String adminName,
            @Value("${bargardan.admin.password}") String adminPassword,
            @Value("${bargardan.admin.pen-name}") String adminPenName) {
        this.firstStart = firstStart;
        this.environment = environment;
        this.adminName = adminName;
        this.adminPassword = adminPassword;
        this.adminPenName = adminPenName;
    }

    @EventListener
    @Order(100)
    void on(ApplicationReadyEvent ready) {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        announce(System.out, environment.getProperty("server.address", "127.0.0.1"), port);
    }

    private void announce(PrintStream out, String host, String port) {
        if (firstStart.code().isPresent() && !adminName.isBlank()) {
            var newcomer = new NewPerson(adminName, adminPenName, adminPassword, Locale.ENGLISH);
            if (firstStart.createAdministrator(newcomer)
                    instanceof RegistrationResult.Rejected(var problem)) {
                out.println(
                        "BARGARDAN_ADMIN_USERNAME and _PASSWORD make no account: "
                                + problem.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + ".");
            }
        }
        out.println();
        out.println("  Bargardan is running at http://" + shown(host) + ":" + port + "/");
        firstStart
                .code()
                .ifPresent(code ->
                        out.println(
                                "  First start: make your account there with the one-time"
                                        + " code "
                                        + code));
        out.println();
        out.flush();
    }

    private static String shown(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    }
}
