package org.bargardan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Change;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Refusal;
import org.bargardan.document.Rendering;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Status;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Workflow;
import org.bargardan.text.ChangeClass;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RolePolicyTest {

    static final UserId SARA = new UserId(UUID.randomUUID());
    static final UserId MINA = new UserId(UUID.randomUUID());

    private final RolePolicy policy = new RolePolicy();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # role     | SAVE | CONFIRM | APPROVE | RETURN | REOPEN own | REOPEN | RESHAPE | REIMPORT
                    READER     | no   | no      | no      | no     | no         | no     | no      | no
                    TRANSLATOR | yes  | yes     | no      | no     | yes        | no     | yes     | no
                    REVIEWER   | yes  | yes     | yes     | yes    | yes        | yes    | yes     | no
                    MANAGER    | no   | no      | no      | no     | no         | no     | yes     | yes
                    """)
    void everyRoleMayWhatItIsThereFor(
            ProjectRole role,
            String save,
            String confirm,
            String approve,
            String giveBack,
            String reopenOwn,
            String reopen,
            String reshape,
            String reimport) {
        assertMay(role, Action.SAVE, MINA, save);
        assertMay(role, Action.CONFIRM, MINA, confirm);
        assertMay(role, Action.APPROVE, MINA, approve);
        assertMay(role, Action.RETURN, MINA, giveBack);
        assertMay(role, Action.REOPEN, SARA, reopenOwn);
        assertMay(role, Action.REOPEN, MINA, reopen);
        assertMay(role, Action.RESHAPE, MINA, reshape);
        assertMay(role, Action.REIMPORT, MINA, reimport);
    }

    @ParameterizedTest
    @EnumSource
    void withoutARoleNothingIsAllowed(Action action) {
        assertThat(policy.judge(change(action, Set.of(), SARA, ChangeClass.WORDING, false)))
                .isEqualTo(new Verdict.Refused(Refusal.ROLE));
    }

    @ParameterizedTest
    @EnumSource
    void rolesAddUp(Action action) {
        assertThat(
                        policy.judge(
                                change(
                                        action,
                                        EnumSet.of(
                                                ProjectRole.READER,
                                                ProjectRole.REVIEWER,
                                                ProjectRole.MANAGER),
                                        MINA,
                                        ChangeClass.WORDING,
                                        false)))
                .isEqualTo(new Verdict.Allowed(Status.TRANSLATED));
    }

    @Test
    void wordsThatNobodyWroteAreNobodysOwn() {
        assertThat(
                        policy.judge(
                                change(
                                        Action.REOPEN,
                                        Set.of(ProjectRole.TRANSLATOR),
                                        null,
                                        ChangeClass.NONE,
                                        false)))
                .isEqualTo(new Verdict.Refused(Refusal.ROLE));
    }

    private void assertMay(ProjectRole role, Action action, UserId author, String may) {
        assertThat(may).isIn("yes", "no");
        assertThat(policy.judge(change(action, Set.of(role), author, ChangeClass.NONE, false)))
                .as("%s %s of %s", role, action, author.equals(SARA) ? "their own" : "another's")
                .isEqualTo(
                        may.equals("yes")
                                ? new Verdict.Allowed(Status.TRANSLATED)
                                : new Verdict.Refused(Refusal.ROLE));
    }

    /// What Sara is about to do to a translated rendering.
    static Change change(
            Action action,
            Set<ProjectRole> roles,
            UserId author,
            ChangeClass changeClass,
            boolean ownTextMayBeApproved) {
        return new Change(
                action,
                new Rendering(
                        new RenderingId(UUID.randomUUID()),
                        new DocumentId(UUID.randomUUID()),
                        TaggedText.plain("شب بود."),
                        Status.TRANSLATED,
                        false,
                        author,
                        1,
                        2,
                        3),
                Status.TRANSLATED,
                changeClass,
                author,
                SARA,
                roles,
                new Workflow(ownTextMayBeApproved));
    }
}
