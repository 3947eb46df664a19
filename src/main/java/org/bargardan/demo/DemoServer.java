package org.bargardan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bargardan.account.FirstStart;
import org.bargardan.account.NewPerson;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.base.SecretLink;
import org.bargardan.demo.SampleProjects.SamplePerson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// `./bargardan demo`: at its first start on an empty database makes the sample and three people
/// whose passwords it prints, then and at every later start.
@Component
@ConditionalOnBooleanProperty("bargardan.demo")
class DemoServer {

    private static final int PASSWORD_SIGNS = 12;
    private static final String ADMINISTRATOR = "golnar";

    private final FirstStart firstStart;
    private final SampleProjects sample;
    private final Path passwordFile;

    DemoServer(
            FirstStart firstStart, SampleProjects sample, @Value("${bargardan.data}") String data) {
        this.firstStart = firstStart;
        this.sample = sample;
        passwordFile = Path.of(data).resolve("demo-passwords.txt");
    }

    /// Before the announcement, which would offer the code of a first start.
    @EventListener
    @Order(1)
    void prepare(ApplicationReadyEvent ready) {
        firstStart.code().ifPresent(this::prepare);
    }

    private void prepare(String code) {
        Map<String, String> passwords = new HashMap<>();
        List<String> lines = new ArrayList<>();
        passwords.put(ADMINISTRATOR, password());
        lines.add(line(ADMINISTRATOR, passwords.get(ADMINISTRATOR), "administrator, manager"));
        for (var person : SamplePerson.values()) {
            passwords.put(person.key(), password());
            lines.add(line(person.key(), passwords.get(person.key()), person.role().key()));
        }
        var administrator =
                new NewPerson(
                        ADMINISTRATOR, "Golnar", passwords.get(ADMINISTRATOR), Locale.ENGLISH);
        if (firstStart.createAdministrator(code, administrator) instanceof Registered(var id)) {
            write(lines);
            sample.add(id, passwords);
        }
    }

    /// After the announcement, so that address and passwords stand together.
    @EventListener
    @Order(200)
    void print(ApplicationReadyEvent ready) {
        try {
            if (Files.exists(passwordFile)) {
                System.out.println("  Sign in as one of:");
                Files.readAllLines(passwordFile).forEach(line -> System.out.println("    " + line));
            } else {
                System.out.println(
                        "  This database was not empty, so the demo added nothing to it.");
            }
            System.out.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(passwordFile.toAbsolutePath().getParent());
            if (passwordFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        passwordFile,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(passwordFile, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's passwords cannot be kept", e);
        }
    }

    private static String line(String login, String password, String role) {
        return "%-8s %s   (%s)".formatted(login, password, role);
    }

    private static String password() {
        return SecretLink.create().text().replaceAll("[-_]", "x").substring(0, PASSWORD_SIGNS);
    }
}
