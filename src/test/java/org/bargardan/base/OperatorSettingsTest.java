package org.bargardan.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class OperatorSettingsTest {

    @TempDir private Path folder;

    @Test
    void withoutVariablesNothingIsSet() {
        var environment = with(Map.of());
        assertThat(environment.containsProperty("management.server.port")).isFalse();
        assertThat(environment.containsProperty("management.server.address")).isFalse();
        assertThat(environment.containsProperty("server.forward-headers-strategy")).isFalse();
        assertThat(environment.containsProperty("logging.structured.format.console")).isFalse();
    }

    @Test
    void behindAProxyItsHeadersAreTakenAndCookiesAreSecure() {
        var environment = with(Map.of("BARGARDAN_BEHIND_PROXY", "true"));
        assertThat(environment.getProperty("server.forward-headers-strategy")).isEqualTo("native");
        assertThat(environment.getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("true");
    }

    @Test
    void theManagementPortListensOnThisMachineOnlyUnlessTold() {
        assertThat(with(Map.of("BARGARDAN_MANAGEMENT_PORT", "9090")))
                .returns("9090", environment -> environment.getProperty("management.server.port"))
                .returns(
                        "127.0.0.1",
                        environment -> environment.getProperty("management.server.address"));
        assertThat(
                        with(Map.of(
                                        "BARGARDAN_MANAGEMENT_PORT",
                                        "0",
                                        "BARGARDAN_MANAGEMENT_HOST",
                                        "0.0.0.0"))
                                .getProperty("management.server.address"))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void asManyJobsRunAtOnceAsIsSaid() {
        assertThat(with(Map.of("BARGARDAN_JOBS", "4")).getProperty("bargardan.jobs.at-once"))
                .isEqualTo("4");
        assertThat(with(Map.of("BARGARDAN_JOBS", "")).containsProperty("bargardan.jobs.at-once"))
                .isFalse();
    }

    @Test
    void theLogSpeaksJsonWhenAsked() {
        assertThat(
                        with(Map.of("BARGARDAN_LOG", "json"))
                                .getProperty("logging.structured.format.console"))
                .isEqualTo("ecs");
    }

    @Test
    void whatALibrarysOwnSettingSaysIsObeyed() {
        var environment =
                with(
                        Map.of(
                                "BARGARDAN_BEHIND_PROXY",
                                "true",
                                "server.forward-headers-strategy",
                                "framework"));
        assertThat(environment.getProperty("server.forward-headers-strategy"))
                .isEqualTo("framework");
    }

    @Test
    void aSecretIsReadFromItsFileWithoutTheLineEnd() throws Exception {
        var file = Files.writeString(folder.resolve("db_password"), "a secret of Golnar\n");
        assertThat(
                        with(Map.of("BARGARDAN_DB_PASSWORD_FILE", file.toString()))
                                .getProperty("BARGARDAN_DB_PASSWORD"))
                .isEqualTo("a secret of Golnar");
    }

    @Test
    void aSecretThatIsGivenTwiceIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("db_password"), "one");
        var variables =
                Map.of(
                        "BARGARDAN_DB_PASSWORD_FILE",
                        file.toString(),
                        "BARGARDAN_DB_PASSWORD",
                        "other");
        assertThatThrownBy(() -> with(variables))
                .hasMessage(
                        "bargardan: BARGARDAN_DB_PASSWORD_FILE and BARGARDAN_DB_PASSWORD are both"
                                + " set; keep one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BARGARDAN_LOG              | xml       | must be text or json
                    BARGARDAN_BEHIND_PROXY     | yes       | must be true or false
                    BARGARDAN_MANAGEMENT_PORT  | 65536     | must be a number from 0 to 65535
                    BARGARDAN_MANAGEMENT_PORT  | off       | must be a number from 0 to 65535
                    BARGARDAN_JOBS             | 0         | must be a number from 1 to 99
                    BARGARDAN_DB_PASSWORD_FILE | /no/where | names /no/where, which cannot be read
                    """)
    void whatIsOfNoUseIsRefusedInOneSentence(String variable, String value, String why) {
        assertThatThrownBy(() -> with(Map.of(variable, value)))
                .isInstanceOf(OperatorSettings.UnusableException.class)
                .hasMessage("bargardan: " + variable + " " + why + ".");
    }

    private static ConfigurableEnvironment with(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new MapPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.copyOf(variables)));
        new OperatorSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
