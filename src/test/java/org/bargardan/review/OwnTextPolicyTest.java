package org.bargardan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bargardan.review.RolePolicyTest.MINA;
import static org.bargardan.review.RolePolicyTest.SARA;

import java.util.Set;
import org.bargardan.account.UserId;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.document.Refusal;
import org.bargardan.document.Status;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.ChangeClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnTextPolicyTest {

    private final OwnTextPolicy policy = new OwnTextPolicy();

    /// Sara approves.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # author | change   | project allows own | verdict
                    another  | NONE     | false              | allowed
                    another  | SPELLING | false              | allowed
                    another  | WORDING  | false              | refused
                    nobody   | NONE     | false              | allowed
                    nobody   | WORDING  | false              | refused
                    herself  | NONE     | false              | refused
                    herself  | SPELLING | false              | refused
                    herself  | WORDING  | false              | refused
                    another  | WORDING  | true               | allowed
                    herself  | NONE     | true               | allowed
                    herself  | WORDING  | true               | allowed
                    """)
    void nobodyApprovesWordsOfTheirOwn(
            String author, ChangeClass changeClass, boolean ownAllowed, String verdict) {
        assertThat(
                        policy.judge(
                                RolePolicyTest.change(
                                        Action.APPROVE,
                                        Set.of(ProjectRole.REVIEWER),
                                        person(author),
                                        changeClass,
                                        ownAllowed)))
                .isEqualTo(
                        switch (verdict) {
                            case "allowed" -> new Verdict.Allowed(Status.TRANSLATED);
                            case "refused" -> new Verdict.Refused(Refusal.OWN_TEXT);
                            default -> throw new IllegalArgumentException(verdict);
                        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVE")
    void ownWordsMatterForApprovalOnly(Action action) {
        assertThat(
                        policy.judge(
                                RolePolicyTest.change(
                                        action,
                                        Set.of(ProjectRole.REVIEWER),
                                        SARA,
                                        ChangeClass.WORDING,
                                        false)))
                .isEqualTo(new Verdict.Allowed(Status.TRANSLATED));
    }

    private static UserId person(String author) {
        return switch (author) {
            case "herself" -> SARA;
            case "another" -> MINA;
            case "nobody" -> null;
            default -> throw new IllegalArgumentException(author);
        };
    }
}
