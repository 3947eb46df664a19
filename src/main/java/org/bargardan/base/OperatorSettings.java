package org.bargardan.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Turns the few variables that whoever runs the server sets into the many settings of the
/// libraries; docs/deployment.md lists them. Whoever sets a library's own setting by a variable or
/// an option is obeyed.
public final class OperatorSettings implements EnvironmentPostProcessor {

    private static final String LOG = "BARGARDAN_LOG";
    private static final String BEHIND_PROXY = "BARGARDAN_BEHIND_PROXY";
    private static final String MANAGEMENT_PORT = "BARGARDAN_MANAGEMENT_PORT";
    private static final String MANAGEMENT_HOST = "BARGARDAN_MANAGEMENT_HOST";
    private static final String JOBS = "BARGARDAN_JOBS";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;

    /// Each may stand in a file instead, which the variable with `_FILE` behind it names: so
    /// containers and systemd hand over secrets, and no list of processes shows them.
    private static final List<String> SECRETS =
            List.of("BARGARDAN_DB_PASSWORD", "BARGARDAN_ADMIN_PASSWORD", "BARGARDAN_SMTP_PASSWORD");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var settings = new HashMap<String, Object>();
        log(environment, settings);
        proxy(environment, settings);
        management(environment, settings);
        jobs(environment, settings);
        for (var secret : SECRETS) {
            secret(environment, secret, settings);
        }
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("operatorSettings", settings));
    }

    private static void log(ConfigurableEnvironment environment, Map<String, Object> settings) {
        switch (given(environment, LOG)) {
            case "", "text" -> {}
            case "json" -> settings.put("logging.structured.format.console", "ecs");
            default -> throw new UnusableException(LOG, "must be text or json");
        }
    }

    /// Only a proxy's word about address and protocol is taken, and Tomcat takes it from private
    /// addresses alone.
    private static void proxy(ConfigurableEnvironment environment, Map<String, Object> settings) {
        switch (given(environment, BEHIND_PROXY)) {
            case "", "false" -> {}
            case "true" -> {
                settings.put("server.forward-headers-strategy", "native");
                settings.put("server.servlet.session.cookie.secure", "true");
            }
            default -> throw new UnusableException(BEHIND_PROXY, "must be true or false");
        }
    }

    private static void management(
            ConfigurableEnvironment environment, Map<String, Object> settings) {
        var port = given(environment, MANAGEMENT_PORT);
        if (port.isEmpty()) {
            return;
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw new UnusableException(MANAGEMENT_PORT, "must be a number from 0 to 65535");
        }
        var host = given(environment, MANAGEMENT_HOST);
        settings.put("management.server.port", port);
        settings.put("management.server.address", host.isEmpty() ? LOOPBACK : host);
    }

    private static void jobs(ConfigurableEnvironment environment, Map<String, Object> settings) {
        var jobs = given(environment, JOBS);
        if (jobs.isEmpty()) {
            return;
        }
        if (!jobs.matches("[1-9]\\d?")) {
            throw new UnusableException(JOBS, "must be a number from 1 to 99");
        }
        settings.put("bargardan.jobs.at-once", jobs);
    }

    private static void secret(
            ConfigurableEnvironment environment, String name, Map<String, Object> settings) {
        var variable = name + "_FILE";
        var file = environment.getProperty(variable, "").strip();
        if (file.isEmpty()) {
            return;
        }
        if (environment.containsProperty(name)) {
            throw new UnusableException(variable, "and " + name + " are both set; keep one");
        }
        try {
            settings.put(name, Files.readString(Path.of(file)).stripTrailing());
        } catch (IOException | InvalidPathException e) {
            throw new UnusableException(variable, "names " + file + ", which cannot be read");
        }
    }

    private static String given(ConfigurableEnvironment environment, String name) {
        return environment.getProperty(name, "").strip().toLowerCase(Locale.ROOT);
    }

    /// A variable whose value is of no use. An abandoned run is one that Spring does not report
    /// with a stack trace: the sentence is for a person at a terminal.
    public static final class UnusableException extends SpringApplication.AbandonedRunException {

        private static final long serialVersionUID = 1;

        private final String sentence;

        UnusableException(String variable, String what) {
            sentence = "bargardan: " + variable + " " + what + ".";
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
