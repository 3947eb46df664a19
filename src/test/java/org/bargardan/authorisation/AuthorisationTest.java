package org.bargardan.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.People;
import org.bargardan.account.Tokens;
import org.bargardan.authorisation.AuthorisationTable.Row;
import org.bargardan.authorisation.Operations.Path;
import org.bargardan.authorisation.Operations.ServiceMethod;
import org.bargardan.base.Jobs;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.DocumentDeletion;
import org.bargardan.document.Documents;
import org.bargardan.document.Renderings;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.ProjectMemories;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the whole table of who may do what against the running services. The operations are found
/// in the application: one without a row fails here, and so does a row without an operation.
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationTest {

    @Autowired private ApplicationContext context;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Documents documents;

    private final Map<String, Row> table = AuthorisationTable.read();
    private Map<String, ServiceMethod> services;
    private Household household;
    private Requests requests;
    private Arguments arguments;

    @BeforeAll
    void everybodyComes(
            @Autowired Collective collective,
            @Autowired People people,
            @Autowired Projects projects,
            @Autowired ProjectInvitations invitations,
            @Autowired DocumentDeletion deletion,
            @Autowired Renderings renderings,
            @Autowired Comments comments,
            @Autowired Tokens tokens,
            @Autowired Jobs jobs,
            @Autowired MemoryImport memoryImport,
            @Autowired ProjectMemories memories,
            @Autowired Program program) {
        services = Operations.services(context);
        household =
                new Household(
                        new Household.Services(
                                collective,
                                people,
                                projects,
                                invitations,
                                deletion,
                                renderings,
                                comments,
                                tokens,
                                jobs,
                                memoryImport,
                                memories));
        arguments = new Arguments(household, documents);
        requests = new Requests(household, program);
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        var found = new TreeSet<String>(services.keySet());
        found.addAll(Operations.paths(context).keySet());
        found.addAll(Operations.routes().keySet());
        found.addAll(Operations.callables().keySet());
        var missing = new TreeMap<String, String>();
        found.stream()
                .filter(operation -> !table.containsKey(operation))
                .forEach(operation -> missing.put(operation, proposed(operation)));
        assertThat(missing.values())
                .as("operations without a row in authorisation.tsv; as they answer now")
                .isEmpty();
        assertThat(table.keySet()).as("rows without an operation").isSubsetOf(found);
    }

    @Test
    void everyServiceAnswersAsTheTableSays() {
        var wrong = new ArrayList<String>();
        services.forEach((name, operation) -> {
            var row = table.get(name);
            if (row == null || row.isInternal()) {
                return;
            }
            for (var column : Column.values()) {
                var expected = row.cell(column);
                var actual = isAsked(operation, column) ? run(operation, column) : "-";
                if (!actual.equals(expected)) {
                    wrong.add(
                            "%s as %s: %s, not %s"
                                    .formatted(name, column.title(), actual, expected));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPathAnswersAsTheTableSays() {
        var wrong = new ArrayList<String>();
        Operations.paths(context)
                .forEach((name, path) -> {
                    var row = table.get(name);
                    for (var column : Column.values()) {
                        var expected = row == null ? "?" : row.cell(column);
                        var actual = isAsked(path, column) ? send(path, column, true) : "-";
                        if (row != null && !actual.equals(expected)) {
                            wrong.add(
                                    "%s as %s: %s, not %s"
                                            .formatted(name, column.title(), actual, expected));
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTokenForReadingReadsWhatItsPersonReadsAndWritesNothing() {
        var wrong = new ArrayList<String>();
        Operations.paths(context)
                .forEach((name, path) -> {
                    var row = table.get(name);
                    for (var column : Column.values()) {
                        if (row == null || column == Column.ANONYMOUS || !isAsked(path, column)) {
                            continue;
                        }
                        var expected =
                                path.method().equals("GET") || isForPasswords(path)
                                        ? row.cell(column)
                                        : "deny";
                        var actual = send(path, column, false);
                        if (!actual.equals(expected)) {
                            wrong.add(
                                    "%s as %s reading: %s, not %s"
                                            .formatted(name, column.title(), actual, expected));
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static boolean isForPasswords(Path path) {
        return path.name().equals("POST /api/v1/tokens");
    }

    private static boolean isAsked(Path path, Column column) {
        return switch (column) {
            case MIXED -> false;
            case TRANSLATOR_OWN, REVIEWER_OWN -> path.pattern().contains("/renderings/");
            case ANONYMOUS, OUTSIDER, ADMINISTRATOR, READER, TRANSLATOR, REVIEWER, MANAGER -> true;
        };
    }

    /// Everything is undone afterwards.
    private String send(Path path, Column column, boolean writing) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return outcome(requests.send(path, column, writing), column);
        });
    }

    private static String outcome(MvcTestResult answer, Column column) {
        try {
            var body = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
            if (column.isStranger() && body.contains(Household.SECRET)) {
                return "tells " + body;
            }
            int status = answer.getResponse().getStatus();
            return switch (status) {
                case 200, 201, 204 -> "allow";
                case 401 -> "sign-in";
                case 403 -> "deny";
                case 404 -> "hidden";
                case 422 -> body.contains("\"refusal\"") ? "deny" : "failed: " + body;
                default -> "failed: " + status + " " + body;
            };
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAsksForNobodyIsCalledByNoScreenAndNoPath() {
        var called = new ArrayList<String>();
        services.forEach((name, operation) -> {
            var row = table.get(name);
            if (row != null && row.isInternal()) {
                Operations.callersFromOutside(operation.method())
                        .forEach(caller -> called.add(name + " by " + caller));
            }
        });
        assertThat(called).isEmpty();
    }

    /// A question that makes no sense is not asked: services know nobody who is not signed in, and
    /// own words are only asked about where there are words.
    private static boolean isAsked(ServiceMethod operation, Column column) {
        return switch (column) {
            case ANONYMOUS -> false;
            case MIXED -> Arguments.canMix(operation.method());
            case TRANSLATOR_OWN, REVIEWER_OWN -> Arguments.isAboutWords(operation.method());
            case OUTSIDER, ADMINISTRATOR, READER, TRANSLATOR, REVIEWER, MANAGER -> true;
        };
    }

    /// Everything is undone afterwards.
    private String run(ServiceMethod operation, Column column) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                var answer =
                        operation
                                .method()
                                .invoke(
                                        operation.bean(),
                                        arguments.of(operation.name(), operation.method(), column));
                return outcome(answer, column);
            } catch (InvocationTargetException e) {
                return outcome(e.getCause());
            } catch (ReflectiveOperationException | IllegalStateException e) {
                return "failed: " + e;
            }
        });
    }

    private static String outcome(Object answer, Column column) {
        var said = String.valueOf(answer);
        if (column.isStranger() && said.contains(Household.SECRET)) {
            return "tells " + said;
        }
        return answer != null && answer.getClass().getSimpleName().equals("Refused")
                ? "deny"
                : "allow";
    }

    private static String outcome(Throwable failure) {
        return switch (failure) {
            case NotFoundException hidden -> "hidden";
            case NotAllowedException denied -> "deny";
            default -> "failed: " + failure;
        };
    }

    private String proposed(String name) {
        var operation = services.get(name);
        var path = Operations.paths(context).get(name);
        var cells = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            var cell = AuthorisationTable.NO_QUESTION;
            if (operation != null && isAsked(operation, column)) {
                cell = run(operation, column);
            } else if (path != null && isAsked(path, column)) {
                cell = send(path, column, true);
            }
            cells.put(column, cell);
        }
        if (operation != null
                && cells.get(Column.OUTSIDER).matches("allow|tells.*")
                && Operations.callersFromOutside(operation.method()).isEmpty()) {
            cells.replaceAll((column, cell) -> AuthorisationTable.INTERNAL);
        }
        return new Row(name, cells).line();
    }
}
