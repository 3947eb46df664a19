package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.SaveResult.Conflict;
import org.bargardan.document.SaveResult.Refused;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.SaveResult.Unstorable;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.Workflow;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class RenderingsTest {

    private static final TaggedText SARA_S = TaggedText.plain("سلام بر شما.");
    private static final TaggedText OMID_S = TaggedText.plain("درود بر شما.");
    private static final Reason MEANING =
            new Reason(Reason.Kind.MEANING, "“Peace”, not a greeting.");

    @Autowired private Collective collective;
    @Autowired private Renderings renderings;
    @Autowired private Documents documents;
    @Autowired private Projects projects;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId sara;
    private UserId omid;
    private UserId mina;
    private DocumentId document;
    private RenderingId first;

    @BeforeEach
    void aProjectOfThree() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
        document = collective.document(project, "Peace be upon you.\nCome in.", "Sit down.");
        first = collective.entries(document).getFirst().rendering().id();
    }

    @Test
    void aNewRenderingIsEmptyAndUntranslated() {
        var rendering = renderings.get(first, sara);
        assertThat(rendering.status()).isEqualTo(Status.UNTRANSLATED);
        assertThat(rendering.text()).isEqualTo(TaggedText.plain(""));
        assertThat(renderings.revisions(first, sara)).isEmpty();
    }

    @Test
    void whatIsConfirmedIsStoredExactlyAndIsARevision() {
        var saved = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara));
        assertThat(saved).isEqualTo(renderings.get(first, mina));
        assertThat(saved.status()).isEqualTo(Status.TRANSLATED);
        assertThat(saved.author()).isEqualTo(sara);
        assertThat(renderings.revisions(first, mina))
                .singleElement()
                .satisfies(revision -> {
                    assertThat(revision.n()).isEqualTo(1);
                    assertThat(revision.text()).isEqualTo(SARA_S);
                    assertThat(revision.by()).isEqualTo(sara);
                });
    }

    @Test
    void aChangeFromAStaleVersionIsRefusedShowingWhatWasStoredFirst() {
        renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara);
        assertThat(renderings.confirm(first, 1, OMID_S, Origin.TYPED, omid))
                .isEqualTo(new Conflict(renderings.get(first, sara)));
        assertThat(renderings.get(first, omid).text()).isEqualTo(SARA_S);
    }

    @Test
    void ofTranslatorsConfirmingFromOneVersionExactlyOneSucceeds() throws Exception {
        try (var translators = Executors.newFixedThreadPool(8)) {
            var confirmations =
                    IntStream.range(0, 8)
                            .<Callable<SaveResult>>mapToObj(n ->
                                    () ->
                                            renderings.confirm(
                                                    first,
                                                    1,
                                                    TaggedText.plain("سلام " + n),
                                                    Origin.TYPED,
                                                    n % 2 == 0 ? sara : omid))
                            .toList();
            int saved = 0;
            for (var confirmation : translators.invokeAll(confirmations)) {
                saved += confirmation.get() instanceof Saved ? 1 : 0;
            }
            assertThat(saved).isEqualTo(1);
        }
    }

    @Test
    void manyPeopleAtWorkLeaveEveryChangeNumberOnceAndInOrder() throws Exception {
        var ids = collective.entries(document).stream().map(e -> e.rendering().id()).toList();
        try (var translators = Executors.newFixedThreadPool(6)) {
            translators
                    .invokeAll(
                            ids.stream()
                                    .<Callable<Void>>map(id ->
                                            () -> {
                                                confirmTenTimes(id);
                                                return null;
                                            })
                                    .toList())
                    .forEach(done -> assertThat(done).succeedsWithin(Duration.ofMinutes(1)));
        }
        long last = documents.get(document, sara).changeNo();
        assertThat(last).isEqualTo(1 + 10L * ids.size());
        assertThat(
                        database.sql(
                                        "select change_no from document_change where document_id = ? order by change_no")
                                .param(document.value())
                                .query(Long.class)
                                .list())
                .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        for (var id : ids) {
            assertThat(renderings.revisions(id, sara).stream().map(Revision::n).toList())
                    .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
            var lastRevision = renderings.revisions(id, sara).getLast();
            assertThat(renderings.get(id, sara).text()).isEqualTo(lastRevision.text());
            assertThat(renderings.get(id, sara).status()).isEqualTo(lastRevision.status());
        }
    }

    private void confirmTenTimes(RenderingId id) {
        for (int i = 0; i < 10; i++) {
            long version = renderings.get(id, sara).version();
            saved(
                    renderings.confirm(
                            id, version, TaggedText.plain("متن " + i), Origin.TYPED, sara));
        }
    }

    @Test
    void nobodyApprovesTheirOwnTextUnlessTheProjectAllowsIt() {
        var both = collective.member(project, "kian", ProjectRole.TRANSLATOR, ProjectRole.REVIEWER);
        var confirmed = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, both));
        assertThat(renderings.approve(first, confirmed.version(), SARA_S, both))
                .isEqualTo(new Refused(Refusal.OWN_TEXT));
        projects.decide(project, new Workflow(true), collective.administrator());
        assertThat(saved(renderings.approve(first, confirmed.version(), SARA_S, both)).status())
                .isEqualTo(Status.APPROVED);
    }

    @Test
    void aReviewerWhoRewritesWhileApprovingWouldApproveTheirOwnText() {
        var confirmed = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara));
        assertThat(renderings.approve(first, confirmed.version(), OMID_S, mina))
                .isEqualTo(new Refused(Refusal.OWN_TEXT));
    }

    @Test
    void aTranslatorDoesNotApproveAndAReaderDoesNotWrite() {
        var reader = collective.member(project, "reader", ProjectRole.READER);
        var confirmed = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara));
        assertThat(renderings.approve(first, confirmed.version(), SARA_S, omid))
                .isEqualTo(new Refused(Refusal.ROLE));
        assertThat(renderings.save(first, confirmed.version(), OMID_S, Origin.TYPED, reader))
                .isEqualTo(new Refused(Refusal.ROLE));
    }

    @Test
    void aReturnedRenderingIsADraftWithItsReason() {
        var confirmed = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara));
        var returned = saved(renderings.giveBack(first, confirmed.version(), MEANING, mina));
        assertThat(returned.status()).isEqualTo(Status.DRAFT);
        assertThat(returned.returned()).isTrue();
        assertThat(returned.author()).isEqualTo(sara);
        assertThat(renderings.revisions(first, sara).getLast().reason()).isEqualTo(MEANING);
        var again =
                saved(renderings.confirm(first, returned.version(), OMID_S, Origin.TYPED, sara));
        assertThat(again.returned()).isFalse();
    }

    @Test
    void whatIsReturnedIsFoundByWhoeverWroteIt() {
        var confirmed = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara));
        saved(renderings.giveBack(first, confirmed.version(), MEANING, mina));
        assertThat(documents.returnedTo(List.of(document), sara))
                .isEqualTo(Map.of(document, new Documents.Returned(1, 1)));
        assertThat(documents.returnedTo(List.of(document), omid)).isEmpty();
    }

    @Test
    void confirmingWhatIsConfirmedAlreadyChangesNothing() {
        var confirmed = saved(renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara));
        var approved = saved(renderings.approve(first, confirmed.version(), SARA_S, mina));
        assertThat(renderings.confirm(first, approved.version(), SARA_S, Origin.TYPED, omid))
                .isEqualTo(new Saved(approved));
        assertThat(renderings.confirm(first, approved.version(), OMID_S, Origin.TYPED, omid))
                .isEqualTo(new Refused(Refusal.REVIEWED));
    }

    @Test
    void blankWordsAreNeitherConfirmedNorKept() {
        assertThat(renderings.confirm(first, 1, TaggedText.plain(" "), Origin.TYPED, sara))
                .isEqualTo(new Refused(Refusal.EMPTY));
        var draft = saved(renderings.save(first, 1, SARA_S, Origin.TYPED, sara));
        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(
                        saved(
                                        renderings.save(
                                                first,
                                                draft.version(),
                                                TaggedText.plain(""),
                                                Origin.TYPED,
                                                sara))
                                .status())
                .isEqualTo(Status.UNTRANSLATED);
    }

    @Test
    void savingTheSameWordsAgainWritesNothing() {
        var draft = saved(renderings.save(first, 1, SARA_S, Origin.TYPED, sara));
        assertThat(renderings.save(first, draft.version(), SARA_S, Origin.TYPED, sara))
                .isEqualTo(new Saved(draft));
        assertThat(renderings.revisions(first, sara)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD800b", "a\uDC00", "a\uFFFEb", "a\uFFFF"})
    void whatNoDatabaseCanHoldIsRefusedNamingItsPlace(String text) {
        assertThat(renderings.confirm(first, 1, TaggedText.plain(text), Origin.TYPED, sara))
                .isInstanceOfSatisfying(
                        Unstorable.class, refused -> assertThat(refused.problem().at()).isOne());
        assertThat(renderings.keepDraft(first, 1, TaggedText.plain(text), sara)).isPresent();
        assertThat(renderings.get(first, sara).version()).isEqualTo(1);
    }

    @Test
    void aLongTextWithJoinersAndRareLettersIsKeptExactly() {
        var text = TaggedText.plain("  می‌دهند𐎠 \u2067x\u2069\t\r\n".repeat(1_000));
        renderings.confirm(first, 1, text, Origin.TYPED, sara);
        assertThat(renderings.get(first, sara).text()).isEqualTo(text);
        assertThat(renderings.revisions(first, sara).getLast().text()).isEqualTo(text);
    }

    @Test
    void whatIsLongerThanAnyRenderingIsRefusedBeforeItIsComparedOrKept() {
        var text = TaggedText.plain("x".repeat(Renderings.TEXT_MOST + 1));
        assertThat(renderings.save(first, 1, text, Origin.TYPED, sara))
                .isEqualTo(new Refused(Refusal.TOO_LONG));
        assertThat(renderings.save(first, 99, text, Origin.TYPED, sara))
                .isEqualTo(new Refused(Refusal.TOO_LONG));
        assertThatThrownBy(() -> renderings.keepDraft(first, 1, text, sara))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(renderings.drafts(document, sara)).isEmpty();
    }

    @Test
    void whatABrowserSendsForAnIdOrAKindStandsInNoMessage() {
        assertThatThrownBy(() -> RenderingId.of("x\nprivate words"))
                .isInstanceOf(NotFoundException.class)
                .hasNoCause()
                .hasMessageNotContaining("private");
        assertThatThrownBy(() -> Reason.Kind.of("x\nprivate words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("private", "PRIVATE");
    }

    @Test
    void aDraftIsPrivateOverwrittenFreelyAndGoneOnceConfirmed() {
        renderings.keepDraft(first, 1, TaggedText.plain("سلا"), sara);
        renderings.keepDraft(first, 1, SARA_S, sara);
        assertThat(renderings.drafts(document, sara).get(first).text()).isEqualTo(SARA_S);
        assertThat(renderings.drafts(document, omid)).isEmpty();
        assertThat(renderings.get(first, omid).version()).isEqualTo(1);
        renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara);
        assertThat(renderings.drafts(document, sara)).isEmpty();
    }

    @Test
    void theDraftOfAnotherOutlivesAConfirmation() {
        renderings.keepDraft(first, 1, OMID_S, omid);
        renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara);
        assertThat(renderings.drafts(document, omid).get(first).text()).isEqualTo(OMID_S);
    }

    @Test
    void strangersDoNotLearnThatARenderingExists() {
        var stranger = collective.member(collective.project(), "stranger", ProjectRole.MANAGER);
        assertThatThrownBy(() -> renderings.get(first, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> renderings.revisions(first, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> renderings.confirm(first, 1, SARA_S, Origin.TYPED, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> renderings.keepDraft(first, 1, SARA_S, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.get(document, stranger))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatChangedSinceSomebodyLookedIsFoundByChangeNumber() {
        long seen = documents.get(document, mina).changeNo();
        documents.see(document, seen, mina);
        documents.see(document, seen - 1, mina);
        assertThat(documents.seen(document, mina)).isEqualTo(seen);
        renderings.confirm(first, 1, SARA_S, Origin.TYPED, sara);
        assertThat(documents.renderingsChangedAfter(document, seen)).containsExactly(first);
        assertThat(renderings.textsAt(List.of(first), seen, sara)).isEmpty();
    }

    private static Rendering saved(SaveResult result) {
        assertThat(result).isInstanceOf(Saved.class);
        return ((Saved) result).rendering();
    }
}
