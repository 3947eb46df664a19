package org.bargardan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.document.Entry;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.Rendering;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.SaveResult.Unstorable;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What both databases hold exactly, and what neither is ever asked to hold.
@House
class StorageTest {

    private static final int LONG = 20_000;

    @Autowired private Collective collective;
    @Autowired private Projects projects;
    @Autowired private Renderings renderings;
    @Autowired private Comments comments;

    private ProjectId project;
    private UserId sara;
    private UserId mina;

    @BeforeEach
    void aProject() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "می\u200Cدهند ", "𐎠", "👩\u200D🚀", "\u2067هٔ\u2069", "\u00A0\u0085x"})
    void aSegmentOfTwentyThousandSignsIsKeptExactly(String piece) {
        var text = piece.repeat(LONG / piece.codePointCount(0, piece.length()) + 1).strip();
        assertThat(text.codePointCount(0, text.length())).isGreaterThanOrEqualTo(LONG);
        var entry = entry(text);
        assertThat(entry.source().text()).isEqualTo(text);
        var saved = confirmed(entry, text);
        assertThat(renderings.get(saved.id(), mina).text().text()).isEqualTo(text);
        assertThat(renderings.revisions(saved.id(), mina).getLast().text().text()).isEqualTo(text);
        var more = TaggedText.plain(text + ".");
        renderings.keepDraft(saved.id(), saved.version(), more, mina);
        assertThat(renderings.drafts(saved.document(), mina).get(saved.id()).text())
                .isEqualTo(more);
    }

    @Test
    void aCommentIsKeptExactly() {
        var words = "می\u200Cدهند 𐎠\r\n\u2067x\u2069 ".repeat(100);
        var rendering = entry("Peace.").rendering().id();
        comments.say(rendering, words, sara);
        assertThat(comments.of(rendering, mina)).extracting(Comment::text).containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD800b", "a\uDC00", "a\uFFFEb", "a\uFFFF"})
    void whatNoDatabaseHoldsReachesNone(String text) {
        var words = TaggedText.plain(text);
        var saved = confirmed(entry("Peace."), "صلح.");
        var id = saved.id();
        long version = saved.version();
        assertUnstorable(renderings.save(id, version, words, Origin.TYPED, sara));
        assertUnstorable(renderings.confirm(id, version, words, Origin.TYPED, sara));
        assertUnstorable(renderings.approve(id, version, words, mina));
        assertUnstorable(
                renderings.giveBack(id, version, new Reason(Reason.Kind.STYLE, text), mina));
        assertThat(renderings.keepDraft(id, version, words, sara)).isPresent();
        assertThat(renderings.get(id, sara)).isEqualTo(saved);
        assertThatThrownBy(() -> comments.say(id, text, sara))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewSegment(words, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        projects.create(
                                text, Collective.ENGLISH_TO_PERSIAN, collective.administrator()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Entry entry(String source) {
        return collective.entries(collective.document(project, source)).getFirst();
    }

    private Rendering confirmed(Entry entry, String words) {
        var result =
                renderings.confirm(
                        entry.rendering().id(), 1, TaggedText.plain(words), Origin.TYPED, sara);
        assertThat(result).isInstanceOf(Saved.class);
        return ((Saved) result).rendering();
    }

    private static void assertUnstorable(SaveResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Unstorable.class, refused -> assertThat(refused.problem().at()).isOne());
    }
}
