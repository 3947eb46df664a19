package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Change;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Workflow;
import org.bargardan.text.ChangeClass;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RenderingChangeTest {

    private static final Verdict ROLE = new Verdict.Refused(Refusal.ROLE);
    private static final Verdict OWN_TEXT = new Verdict.Refused(Refusal.OWN_TEXT);
    private static final Change APPROVAL =
            new Change(
                    Action.APPROVE,
                    new Rendering(
                            new RenderingId(UUID.randomUUID()),
                            new DocumentId(UUID.randomUUID()),
                            TaggedText.plain("شب بود."),
                            Status.TRANSLATED,
                            false,
                            null,
                            1,
                            2,
                            3),
                    Status.APPROVED,
                    ChangeClass.NONE,
                    null,
                    new UserId(UUID.randomUUID()),
                    Set.of(ProjectRole.REVIEWER),
                    Workflow.STRICT);

    @Test
    void withoutARuleNothingIsAllowed() {
        assertThat(judge()).isEqualTo(new Verdict.Refused(Refusal.NO_POLICY));
    }

    @Test
    void aSingleRuleDecides() {
        assertThat(judge(allowed(Status.APPROVED))).isEqualTo(allowed(Status.APPROVED));
        assertThat(judge(ROLE)).isEqualTo(ROLE);
    }

    @Test
    void ofSeveralStatusesTheLeastFinalFollows() {
        assertThat(judge(allowed(Status.APPROVED), allowed(Status.REVIEWED)))
                .isEqualTo(allowed(Status.REVIEWED));
        assertThat(judge(allowed(Status.DRAFT), allowed(Status.APPROVED), allowed(Status.REVIEWED)))
                .isEqualTo(allowed(Status.DRAFT));
    }

    @Test
    void oneRefusalRefusesWhereverItStands() {
        assertThat(judge(OWN_TEXT, allowed(Status.APPROVED))).isEqualTo(OWN_TEXT);
        assertThat(judge(allowed(Status.APPROVED), OWN_TEXT)).isEqualTo(OWN_TEXT);
        assertThat(judge(allowed(Status.APPROVED), ROLE, allowed(Status.DRAFT))).isEqualTo(ROLE);
    }

    @Test
    void everyRuleIsAskedAboutTheChangeItself() {
        var asked = new ArrayList<Change>();
        ChangePolicy listening =
                change -> {
                    asked.add(change);
                    return allowed(change.wanted());
                };
        assertThat(change(List.of(listening, listening)).judge(APPROVAL))
                .isEqualTo(allowed(Status.APPROVED));
        assertThat(asked).containsExactly(APPROVAL, APPROVAL);
    }

    private static Verdict allowed(Status follows) {
        return new Verdict.Allowed(follows);
    }

    private static Verdict judge(Verdict... verdicts) {
        return change(
                        Arrays.stream(verdicts)
                                .<ChangePolicy>map(verdict -> change -> verdict)
                                .toList())
                .judge(APPROVAL);
    }

    /// Judging needs the rules and nothing else.
    private static RenderingChange change(List<ChangePolicy> policies) {
        var beans = new StaticListableBeanFactory();
        policies.forEach(
                policy -> beans.addBean("policy" + beans.getBeanDefinitionCount(), policy));
        return new RenderingChange(
                null, null, null, null, beans.getBeanProvider(ChangePolicy.class), null, null);
    }
}
