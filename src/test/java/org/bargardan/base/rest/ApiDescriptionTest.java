package org.bargardan.base.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@House
class ApiDescriptionTest {

    private static final String API = "/api/v1/";

    @Autowired private Program program;
    @Autowired private Collective collective;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired private Users users;
    @Autowired private UserDetailsService people;

    private JsonNode description;

    @BeforeEach
    void described() throws Exception {
        var login = users.loginOf(collective.administrator());
        var answer =
                program.paths()
                        .get()
                        .uri("/v3/api-docs")
                        .with(
                                SecurityMockMvcRequestPostProcessors.user(
                                        people.loadUserByUsername(login)))
                        .exchange();
        assertThat(answer).hasStatusOk();
        description = new JsonMapper().readTree(answer.getResponse().getContentAsString(UTF_8));
    }

    @Test
    void everyPathOfOursIsDescribedAndNoneOfTheScreens() {
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((info, method) ->
                        info.getPatternValues().stream()
                                .filter(path -> path.startsWith(API))
                                .forEach(path ->
                                        info.getMethodsCondition()
                                                .getMethods()
                                                .forEach(verb -> mapped.add(verb + " " + path))));
        assertThat(mapped).hasSizeGreaterThan(15);
        assertThat(operations().keySet()).isEqualTo(mapped);
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(operations().values())
                .extracting(operation -> operation.path("operationId").asString(""))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z]+-[a-z]+"));
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() {
        operations()
                .forEach((name, operation) -> {
                    assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
                    assertThat(operation.path("tags").size()).as(name).isPositive();
                    var responses = operation.get("responses");
                    assertThat(responses.propertyNames())
                            .as(name)
                            .anyMatch(status -> status.startsWith("2"))
                            .contains("401", "500");
                    if (name.contains("{")) {
                        assertThat(responses.propertyNames()).as(name).contains("400", "404");
                    }
                    for (var status : responses.propertyNames()) {
                        if (!status.startsWith("2")) {
                            assertThat(
                                            responses
                                                    .path(status)
                                                    .path("content")
                                                    .path("application/problem+json")
                                                    .path("schema")
                                                    .path("$ref")
                                                    .asString(""))
                                    .as(name + " " + status)
                                    .endsWith("/Problem");
                        }
                    }
                });
    }

    @Test
    void theDocumentSaysWhatItIsAndWhoMayComeIn() {
        assertThat(description.at("/info/title").asString()).isEqualTo("Bargardan");
        assertThat(description.at("/info/version").asString()).isNotBlank();
        assertThat(description.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void strangersReadNoDescription() {
        assertThat(program.paths().get().uri("/v3/api-docs").exchange()).hasStatus3xxRedirection();
    }

    private Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        description
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(verb ->
                                        operations.put(
                                                verb.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                verb.getValue())));
        return operations;
    }
}
