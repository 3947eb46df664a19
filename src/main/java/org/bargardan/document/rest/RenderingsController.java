package org.bargardan.document.rest;

import java.security.Principal;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.document.Origin;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One rendering: read, saved, confirmed.
@RestController
@RequestMapping("/api/v1/renderings/{id}")
class RenderingsController {

    private final Renderings renderings;
    private final SignedInUser signedIn;

    RenderingsController(Renderings renderings, SignedInUser signedIn) {
        this.renderings = renderings;
        this.signedIn = signedIn;
    }

    @GetMapping
    RenderingAnswer get(@PathVariable UUID id, Principal principal) {
        return RenderingAnswer.of(renderings.get(new RenderingId(id), actor(principal)));
    }

    /// What is sent for a rendering.
    ///
    /// @param version the one the text was made from
    /// @param confirm absent to save a draft
    record Words(@Nullable String text, @Nullable Long version, @Nullable Boolean confirm) {}

    /// Of several programs and people changing one version, one succeeds; the others get both
    /// texts.
    @PutMapping
    ResponseEntity<?> put(@PathVariable UUID id, @RequestBody Words words, Principal principal) {
        var sent = words.text();
        var version = words.version();
        if (sent == null || version == null) {
            return problem(HttpStatus.BAD_REQUEST, "text and version are needed");
        }
        var rendering = new RenderingId(id);
        var text = TaggedText.plain(sent);
        var result =
                Boolean.TRUE.equals(words.confirm())
                        ? renderings.confirm(
                                rendering, version, text, Origin.TYPED, actor(principal))
                        : renderings.save(rendering, version, text, Origin.TYPED, actor(principal));
        return switch (result) {
            case SaveResult.Saved(var saved) -> ResponseEntity.ok(RenderingAnswer.of(saved));
            case SaveResult.Conflict(var current) -> {
                var conflict = ProblemDetail.forStatus(HttpStatus.CONFLICT);
                conflict.setProperty("current", RenderingAnswer.of(current));
                conflict.setProperty("sent", sent);
                yield ResponseEntity.of(conflict).build();
            }
            case SaveResult.Refused(var refusal) ->
                    problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.key());
            case SaveResult.Unstorable(var problem) ->
                    problem(HttpStatus.UNPROCESSABLE_CONTENT, problem.toString());
        };
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
    }
}
