package org.bargardan.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.Messages;
import org.bargardan.base.rest.AlsoAnswers;
import org.bargardan.base.rest.Choice;
import org.bargardan.base.rest.Paging;
import org.bargardan.base.rest.RequestProblem;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.document.Revision;
import org.bargardan.document.SaveResult;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One rendering: read, saved, confirmed, approved, returned, reopened, and its history.
@RestController
@RequestMapping("/api/v1/renderings/{id}")
@Tag(name = "Renderings", description = "Words and status of renderings, and their history")
class RenderingsController {

    private static final List<String> ACTIONS = List.of("approve", "return", "reopen");

    private final Renderings renderings;
    private final Users users;
    private final SignedInUser signedIn;

    RenderingsController(Renderings renderings, Users users, SignedInUser signedIn) {
        this.renderings = renderings;
        this.users = users;
        this.signedIn = signedIn;
    }

    @GetMapping
    @Operation(summary = "One rendering")
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
    @Operation(summary = "Save words as a draft, or confirm them")
    @AlsoAnswers({409, 422})
    RenderingAnswer put(@PathVariable UUID id, @RequestBody Words words, Principal principal) {
        var rendering = new RenderingId(id);
        var sent = needed("text", words.text());
        long version = needed("version", words.version());
        var text = TaggedText.plain(sent);
        var actor = actor(principal);
        return answer(
                Boolean.TRUE.equals(words.confirm())
                        ? renderings.confirm(rendering, version, text, Origin.TYPED, actor)
                        : renderings.save(rendering, version, text, Origin.TYPED, actor),
                sent);
    }

    /// What is sent to move a rendering on or back.
    ///
    /// @param text with `approve`: the words, corrected; absent to approve them as they stand
    /// @param reason with `return`
    record Move(
            @Schema(allowableValues = {"approve", "return", "reopen"}) @Nullable String action,
            @Nullable Long version,
            @Nullable String text,
            @Nullable ReasonSent reason) {}

    /// @param words for the translator; may be absent
    record ReasonSent(
            @Schema(allowableValues = {"meaning", "term", "style", "spelling", "omission"})
                    @Nullable String kind,
            @Nullable String words) {}

    @PostMapping("/status")
    @Operation(summary = "Approve, return with a reason, or reopen")
    @AlsoAnswers({409, 422})
    RenderingAnswer move(@PathVariable UUID id, @RequestBody Move move, Principal principal) {
        var rendering = new RenderingId(id);
        var action = Choice.read("action", move.action(), ACTIONS, each -> each);
        long version = needed("version", move.version());
        var actor = actor(principal);
        var sent = move.text();
        return answer(
                switch (action) {
                    case "approve" ->
                            sent == null
                                    ? renderings.approve(rendering, version, actor)
                                    : renderings.approve(
                                            rendering, version, TaggedText.plain(sent), actor);
                    case "return" ->
                            renderings.giveBack(rendering, version, reason(move.reason()), actor);
                    default -> renderings.reopen(rendering, version, actor);
                },
                sent);
    }

    private static Reason reason(@Nullable ReasonSent sent) {
        var kind =
                Choice.read(
                        "reason.kind",
                        sent == null ? null : sent.kind(),
                        Reason.Kind.ofReturns(),
                        Reason.Kind::key);
        var words = sent == null || sent.words() == null ? "" : sent.words();
        if (words.codePointCount(0, words.length()) > Reason.MOST) {
            throw RequestProblem.of(
                    "reason.words", "reason.words is at most " + Reason.MOST + " characters");
        }
        return new Reason(kind, words);
    }

    /// @param next asks for the next page; null on the last one
    record RevisionList(List<RevisionAnswer> revisions, @Nullable String next) {}

    @GetMapping("/revisions")
    @Operation(summary = "The history of a rendering, oldest first")
    RevisionList revisions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            Principal principal) {
        var last = Paging.last(cursor);
        var read =
                renderings.revisions(
                        new RenderingId(id),
                        last == null ? 0 : last.getLeastSignificantBits(),
                        Paging.limit(limit) + 1,
                        actor(principal));
        var shown = Paging.shown(read, limit);
        var people = users.byIds(shown.stream().map(Revision::by).toList());
        return new RevisionList(
                shown.stream()
                        .map(revision -> RevisionAnswer.of(revision, people.get(revision.by())))
                        .toList(),
                // The number fits where the ids of other lists stand.
                Paging.next(read, limit, revision -> new UUID(0, revision.n())));
    }

    private static RenderingAnswer answer(SaveResult result, @Nullable String sent) {
        return switch (result) {
            case SaveResult.Saved(var saved) -> RenderingAnswer.of(saved);
            case SaveResult.Conflict(var current) ->
                    throw new RequestProblem(
                                    HttpStatus.CONFLICT,
                                    "somebody changed it first; nothing is stored")
                            .with("current", RenderingAnswer.of(current))
                            .with("sent", sent);
            case SaveResult.Refused(var refusal) ->
                    throw new RequestProblem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    Messages.of(
                                            "refusal." + refusal.key(),
                                            List.of(),
                                            LocaleContextHolder.getLocale()))
                            .with("refusal", refusal.key());
            case SaveResult.Unstorable(var problem) ->
                    throw new RequestProblem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    problem + " can be stored by no database")
                            .with("refusal", "unstorable");
        };
    }

    private static <T> T needed(String parameter, @Nullable T value) {
        if (value == null) {
            throw RequestProblem.of(parameter, parameter + " is needed");
        }
        return value;
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }
}
