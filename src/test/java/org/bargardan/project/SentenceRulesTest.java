package org.bargardan.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.text.SrxProblem.Kind;
import org.bargardan.text.SrxRules;
import org.bargardan.text.WrittenRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class SentenceRulesTest {

    private static final String NO_END_AFTER_EXHIBIT =
            SrxRules.write(List.of(new WrittenRule(false, "\\bExh\\.", "\\s", "Exh. 5")));
    private static final String END_AFTER_SEMICOLON =
            SrxRules.write(List.of(new WrittenRule(true, ";", "\\s", "")));

    @Autowired private Collective collective;
    @Autowired private SentenceRules rules;
    @Autowired private Projects projects;
    @Autowired private JdbcClient database;

    private UserId golnar;
    private UserId sara;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        golnar = collective.administrator();
        project = projects.create("Bridges", new LanguagePair("en", "fa"), golnar);
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
    }

    @Test
    void aProjectBeginsWithoutRulesOfItsOwn() {
        assertThat(rules.get(project, sara)).isEqualTo(new OwnRules("", 0));
        assertThat(cut("See Exh. Nine.")).containsExactly("See Exh.", "Nine.");
    }

    @Test
    void theRulesThatAManagerKeepsCutTheProjectsTexts() {
        assertThat(rules.decide(project, NO_END_AFTER_EXHIBIT, 0, golnar))
                .isEqualTo(new RulesResult.Saved(1));
        assertThat(rules.get(project, sara)).isEqualTo(new OwnRules(NO_END_AFTER_EXHIBIT, 1));
        assertThat(cut("See Exh. Nine.")).containsExactly("See Exh. Nine.");
        assertThat(rules.decide(project, "", 1, golnar)).isEqualTo(new RulesResult.Saved(2));
        assertThat(cut("See Exh. Nine.")).containsExactly("See Exh.", "Nine.");
    }

    @Test
    void onlyManagersKeepRules() {
        assertThatThrownBy(() -> rules.decide(project, "", 0, sara))
                .isInstanceOf(NotAllowedException.class);
        var stranger = collective.member(collective.project(), "omid", ProjectRole.MANAGER);
        assertThatThrownBy(() -> rules.get(project, stranger))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void rulesThatCannotBeUsedAreRefusedAndThoseBeforeStay() {
        rules.decide(project, NO_END_AFTER_EXHIBIT, 0, golnar);
        var malformed = END_AFTER_SEMICOLON.replace("\\s", "(?:a*)*");
        assertThat(rules.decide(project, malformed, 1, golnar))
                .isInstanceOfSatisfying(
                        RulesResult.Malformed.class,
                        refused ->
                                assertThat(refused.problem().kind())
                                        .isEqualTo(Kind.EMPTY_REPEATED));
        assertThat(rules.get(project, sara)).isEqualTo(new OwnRules(NO_END_AFTER_EXHIBIT, 1));
    }

    /// Both begin with no rules at all, where no row decides.
    @RepeatedTest(5)
    void ofTwoManagersOneIsFirstAndTheOtherSeesTheirRules() throws Exception {
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results =
                    threads.invokeAll(
                            List.of(
                                    keep(NO_END_AFTER_EXHIBIT, both),
                                    keep(END_AFTER_SEMICOLON, both)));
            var kept = rules.get(project, golnar);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .containsExactlyInAnyOrder(
                            new RulesResult.Saved(1), new RulesResult.Conflict(kept));
        }
    }

    @Test
    void theRulesGoWithTheirProject() {
        rules.decide(project, NO_END_AFTER_EXHIBIT, 0, golnar);
        projects.delete(project, golnar);
        database.sql("update project set deleted_at = ? where id = ?")
                .params(OffsetDateTime.now().minus(Projects.KEPT.plusHours(1)), project.value())
                .update();
        projects.purge();
        assertThat(
                        database.sql(
                                        "select count(*) from project_segmentation where project_id = ?")
                                .param(project.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private Callable<RulesResult> keep(String srx, CyclicBarrier both) {
        return () -> {
            both.await();
            return rules.decide(project, srx, 0, golnar);
        };
    }

    private List<String> cut(String text) {
        return rules.segmenter(project, sara).cut(text).texts();
    }
}
