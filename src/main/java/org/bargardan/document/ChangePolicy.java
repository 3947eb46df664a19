package org.bargardan.document;

import java.util.Set;
import org.bargardan.account.UserId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Workflow;
import org.bargardan.text.ChangeClass;
import org.jspecify.annotations.Nullable;

/// A rule about who may change a rendering, and which status follows. Modules above `document`
/// bring their rules as beans; every one is asked inside the transaction, after the version check.
///
/// One refusal refuses; of several statuses the least final follows; with no rule at all nothing is
/// allowed.
public interface ChangePolicy {

    Verdict judge(Change change);

    /// What one rule says.
    sealed interface Verdict {

        /// This rule has nothing against it, up to that status.
        record Allowed(Status follows) implements Verdict {}

        /// This rule stands against it.
        record Refused(Refusal refusal) implements Verdict {}
    }

    /// What somebody is about to do to a rendering.
    ///
    /// @param wanted the status the action leads to if no rule lowers it
    /// @param changeClass how the new text differs from the stored one
    /// @param author who last changed the wording before this change; null if nobody did
    record Change(
            Action action,
            Rendering rendering,
            Status wanted,
            ChangeClass changeClass,
            @Nullable UserId author,
            UserId actor,
            Set<ProjectRole> roles,
            Workflow workflow) {

        public Change {
            roles = Set.copyOf(roles);
        }

        /// Whose wording the rendering holds once the change is made.
        public @Nullable UserId authorAfter() {
            return changeClass == ChangeClass.WORDING ? actor : author;
        }
    }

    /// What people do to a rendering.
    enum Action {
        SAVE,
        CONFIRM,
        APPROVE,
        RETURN,
        REOPEN,
        RESHAPE,
        /// A newer version of the file changed the source under it.
        REIMPORT
    }
}
