package org.bargardan.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.base.rest.Paging;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Progress;
import org.bargardan.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The documents of a project, and how far each is.
@RestController
@Tag(name = "Documents", description = "Documents and their segments")
class DocumentsController {

    private final Documents documents;
    private final SignedInUser signedIn;

    DocumentsController(Documents documents, SignedInUser signedIn) {
        this.documents = documents;
        this.signedIn = signedIn;
    }

    /// @param next asks for the next page; null on the last one
    record DocumentList(List<DocumentAnswer> documents, @Nullable String next) {}

    @GetMapping("/api/v1/projects/{id}/documents")
    @Operation(summary = "The documents of a project, in the order in which they came")
    DocumentList list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            Principal principal) {
        var last = Paging.last(cursor);
        var read =
                documents.of(
                        new ProjectId(id),
                        last == null ? null : new DocumentId(last),
                        Paging.limit(limit) + 1,
                        actor(principal));
        var shown = Paging.shown(read, limit);
        var progress =
                documents.progress(shown.stream().map(Document::id).toList(), actor(principal));
        return new DocumentList(
                shown.stream()
                        .map(document ->
                                DocumentAnswer.of(
                                        document,
                                        progress.getOrDefault(
                                                document.id(), new Progress(Map.of()))))
                        .toList(),
                Paging.next(read, limit, document -> document.id().value()));
    }

    @GetMapping("/api/v1/documents/{id}")
    @Operation(summary = "One document, and how far it is")
    DocumentAnswer get(@PathVariable UUID id, Principal principal) {
        var document = documents.get(new DocumentId(id), actor(principal));
        return DocumentAnswer.of(document, documents.progress(document.id(), actor(principal)));
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }
}
