package org.bargardan.base.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bargardan.base.ProgramVersion;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// What the OpenAPI document says besides what it reads from the controllers: who may come in, and
/// the problems every operation answers with.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String PASSWORD = "password";
    private static final String PROBLEM = "Problem";

    private static final Map<Integer, String> MEANINGS =
            new TreeMap<>(
                    Map.of(
                            400, "A parameter or what was sent cannot be; `parameter` names it",
                            401, "No valid token, or no valid login and password",
                            403, "None of the person's roles in the project includes it",
                            404, "It does not exist, or it is not open to the person",
                            409, "Somebody changed it first; both texts are in the answer",
                            413, "Too large",
                            415, "Of a media type that is not read here",
                            422, "Understood, and refused; why is in the answer",
                            500, "Something failed here; `number` is for the administrator"));

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Bargardan")
                                .version(ProgramVersion.current())
                                .description(
                                        """
                                        Projects, documents, renderings and memories for programs: the same \
                                        rights as on the screens. Problems are answered as RFC 9457 says. \
                                        Lists come in pages: hand `next` of one page back as `cursor` of \
                                        the following; it is null on the last.\
                                        """)
                                .license(
                                        new License()
                                                .name("Apache-2.0")
                                                .url(
                                                        "https://www.apache.org/licenses/LICENSE-2.0")))
                // Whatever address a program reaches us at, not the one a proxy does.
                .addServersItem(new Server().url("/"))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("A personal access token"))
                                .addSecuritySchemes(
                                        PASSWORD,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")
                                                .description("Login name and password"))
                                .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .addSecurityItem(new SecurityRequirement().addList(PASSWORD));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Problem details (RFC 9457); some kinds have members of their own")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence in English"))
                .addProperty("instance", new StringSchema().format("uri"));
    }

    @Bean
    OperationCustomizer possibleProblems() {
        return (operation, method) -> {
            operation.setOperationId(name(method));
            var statuses = new TreeSet<Integer>();
            statuses.add(401);
            statuses.add(500);
            var parameters = operation.getParameters();
            if (parameters != null && !parameters.isEmpty()) {
                statuses.add(400);
                if (parameters.stream().anyMatch(each -> "path".equals(each.getIn()))) {
                    statuses.add(404);
                }
            }
            if (operation.getRequestBody() != null) {
                statuses.add(400);
                statuses.add(413);
                statuses.add(415);
            }
            also(method).forEach(statuses::add);
            statuses.forEach(status -> add(operation, status));
            return operation;
        };
    }

    /// As in `members-list`: generated clients call their methods so.
    private static String name(HandlerMethod method) {
        var controller = method.getBeanType().getSimpleName().replace("Controller", "");
        return (controller + "-" + method.getMethod().getName()).toLowerCase(Locale.ROOT);
    }

    private static IntStream also(HandlerMethod method) {
        var also = method.getMethodAnnotation(AlsoAnswers.class);
        return also == null ? IntStream.empty() : Arrays.stream(also.value());
    }

    private static void add(Operation operation, int status) {
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(MEANINGS.getOrDefault(status, "A problem"))
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(
                                                                        new Schema<>()
                                                                                .$ref(PROBLEM)))));
    }
}
