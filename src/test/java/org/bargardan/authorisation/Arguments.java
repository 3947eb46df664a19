package org.bargardan.authorisation;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bargardan.Collective;
import org.bargardan.account.Invitation;
import org.bargardan.account.InvitationId;
import org.bargardan.account.NewPerson;
import org.bargardan.account.Profile;
import org.bargardan.account.UserId;
import org.bargardan.base.Actor;
import org.bargardan.base.FileId;
import org.bargardan.base.SecretLink;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Entry;
import org.bargardan.document.NewDocument;
import org.bargardan.document.NewVersion;
import org.bargardan.document.Origin;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.Reason;
import org.bargardan.document.RenderingId;
import org.bargardan.document.SegmentId;
import org.bargardan.document.Segments;
import org.bargardan.document.StatusFilter;
import org.bargardan.format.FileFormats;
import org.bargardan.format.ReadResult;
import org.bargardan.importing.ParagraphMark;
import org.bargardan.importing.ReadFile;
import org.bargardan.importing.RepairedFile;
import org.bargardan.memory.Matches;
import org.bargardan.memory.MemoryId;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Workflow;
import org.bargardan.text.TaggedText;
import org.bargardan.text.repair.RepairStyle;

/// Finds for every parameter of an operation what a person of that column would give: things of the
/// household, by type.
final class Arguments {

    private final Household household;
    private final Documents documents;
    private final Map<String, Map<Class<?>, Object>> exceptions;

    Arguments(Household household, Documents documents) {
        this.household = household;
        this.documents = documents;
        exceptions =
                Map.of(
                        "Projects.undelete(ProjectId,UserId)",
                        Map.of(ProjectId.class, household.deletedProject),
                        "Imports.read(ProjectId,String,byte[],FileFormat,String,Progress,UserId)",
                        Map.of(String.class, ""),
                        "DocumentDeletion.undelete(DocumentId,UserId)",
                        Map.of(DocumentId.class, household.deletedDocument),
                        "Profiles.leave(String,boolean,UserId)",
                        Map.of(String.class, Collective.PASSWORD),
                        "ProjectMemories.undelete(MemoryId,UserId)",
                        Map.of(MemoryId.class, household.deletedMemory),
                        "People.reactivate(UserId,UserId)",
                        Map.of(UserId.class, household.stopped));
    }

    Object[] of(String operation, Method method, Column column) {
        var types = method.getGenericParameterTypes();
        var arguments = new Object[types.length];
        int actor = lastUser(method.getParameterTypes());
        for (int i = 0; i < types.length; i++) {
            var special = exceptions.getOrDefault(operation, Map.of()).get(raw(types[i]));
            if (i == actor) {
                arguments[i] = household.people.get(column);
            } else if (special != null) {
                arguments[i] = special;
            } else {
                arguments[i] = argument(types[i], method, column);
            }
        }
        return arguments;
    }

    private static int lastUser(Class<?>[] types) {
        for (int i = types.length - 1; i >= 0; i--) {
            if (types[i] == UserId.class || types[i] == Actor.class) {
                return i;
            }
        }
        return -1;
    }

    private Object argument(Type type, Method method, Column column) {
        if (type instanceof ParameterizedType some
                && Collection.class.isAssignableFrom(raw(type))) {
            var one = argument(some.getActualTypeArguments()[0], method, column);
            return raw(type) == Set.class ? Set.of(one) : List.of(one);
        }
        var raw = raw(type);
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isArray() && raw.getComponentType().isEnum()) {
            var one = (Object[]) Array.newInstance(raw.getComponentType(), 1);
            one[0] = raw.getComponentType().getEnumConstants()[0];
            return one;
        }
        boolean mixed = column == Column.MIXED;
        var entry = household.entry(column);
        return switch (raw.getSimpleName()) {
            case "UserId" -> household.author;
            case "ProjectId" -> mixed ? household.otherProject : household.project;
            case "DocumentId" ->
                    mixed && takes(method, RenderingId.class)
                            ? household.otherDocument
                            : household.document;
            case "Document" -> documents.get(household.document);
            case "RenderingId" -> entry.rendering().id();
            case "SegmentId" -> entry.segment();
            case "Entry" -> entry;
            case "InvitationId" -> household.invitation;
            case "Invitation" ->
                    new Invitation(household.invitation, household.author, Instant.now());
            case "TokenId" -> household.token;
            case "JobId" -> household.job;
            // Approving as it stands, or the words would become the reviewer's own.
            case "TaggedText" ->
                    method.getName().equals("approve")
                            ? entry.rendering().text()
                            : TaggedText.plain("واژه‌ها");
            case "MemoryId" -> household.memory;
            case "Search" -> new Matches.Search("It was night.", "en", null, null, 5, 60);
            case "StatusFilter" -> StatusFilter.ALL;
            case "Origin" -> Origin.TYPED;
            case "Reason" -> new Reason(Reason.Kind.MEANING, "why");
            case "Workflow" -> Workflow.STRICT;
            case "RepairStyle" -> RepairStyle.DEFAULT;
            case "LanguagePair" -> new LanguagePair("en", "fa");
            case "NewPerson" -> new NewPerson("login", "pen", "password", Locale.ENGLISH);
            case "NewDocument" -> new NewDocument("A title", "en", original(), List.of(), "");
            case "NewVersion" -> new NewVersion(List.of(), Set.of(), "", List.of());
            case "Original" -> original();
            case "FileFormat" -> FileFormats.PLAIN_TEXT;
            case "RepairedFile" ->
                    RepairedFile.untouched(
                            new ReadFile(
                                    "a.txt",
                                    new byte[] {'a'},
                                    FileFormats.PLAIN_TEXT,
                                    (ReadResult.Read) FileFormats.PLAIN_TEXT.read(new byte[] {'a'}),
                                    "en"));
            case "ParagraphMark" -> new ParagraphMark(0, ParagraphKind.QUOTE, 0, true);
            case "Profile" ->
                    new Profile("login", "A pen name " + UUID.randomUUID(), null, null, 0);
            case "SecretLink" -> SecretLink.create();
            case "FileId" -> new FileId(UUID.randomUUID());
            case "UUID" -> UUID.randomUUID();
            case "Duration" -> Duration.ofDays(1);
            case "Instant" -> Instant.now();
            case "Charset" -> StandardCharsets.UTF_8;
            case "Locale" -> Locale.ENGLISH;
            case "String" -> "words";
            case "byte[]" -> "It was night.".getBytes(StandardCharsets.UTF_8);
            case "InputStream" -> new ByteArrayInputStream(new byte[0]);
            case "OutputStream" -> OutputStream.nullOutputStream();
            case "long" ->
                    method.getDeclaringClass() == Segments.class ? 1L : entry.rendering().version();
            case "int" -> 2;
            case "boolean" -> false;
            default -> standIn(raw, type, method);
        };
    }

    private Original original() {
        return new Original(
                documents
                        .original(household.otherDocument, household.people.get(Column.OUTSIDER))
                        .file(),
                "a.txt",
                "text",
                "charset=UTF-8",
                1,
                new byte[32]);
    }

    /// For parameters that are called back and tell nothing.
    private static Object standIn(Class<?> raw, Type type, Method method) {
        if (raw.isInterface()) {
            return Proxy.newProxyInstance(
                    raw.getClassLoader(), new Class<?>[] {raw}, (proxy, called, values) -> null);
        }
        throw new IllegalStateException(
                "say in Arguments what to give for " + type + " of " + method);
    }

    private static boolean takes(Method method, Class<?> type) {
        for (var parameter : method.getGenericParameterTypes()) {
            if (parameter.getTypeName().contains(type.getName())) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType some
                ? (Class<?>) some.getRawType()
                : (Class<?>) type;
    }

    /// Whether a person could name two things at once that do not belong together.
    static boolean canMix(Method method) {
        var outer = takes(method, ProjectId.class) || takes(method, DocumentId.class);
        var inner =
                takes(method, RenderingId.class)
                        || takes(method, Entry.class)
                        || takes(method, InvitationId.class)
                        || takes(method, ProjectId.class)
                                && (takes(method, DocumentId.class)
                                        || takes(method, UserId.class) && users(method) > 1);
        return outer && inner;
    }

    /// Whether the answer may depend on who wrote the words.
    static boolean isAboutWords(Method method) {
        return takes(method, RenderingId.class)
                || takes(method, SegmentId.class)
                || takes(method, Entry.class);
    }

    private static long users(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .filter(type -> type == UserId.class)
                .count();
    }
}
