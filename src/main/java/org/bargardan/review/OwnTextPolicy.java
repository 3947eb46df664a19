package org.bargardan.review;

import org.bargardan.document.ChangePolicy;
import org.bargardan.document.Refusal;
import org.springframework.stereotype.Component;

/// Nobody approves their own text unless the project allows it. Correcting the wording while
/// approving makes it one's own; correcting the spelling does not.
@Component
class OwnTextPolicy implements ChangePolicy {

    @Override
    public Verdict judge(Change change) {
        boolean own = change.actor().equals(change.authorAfter());
        if (change.action() == Action.APPROVE && own && !change.workflow().ownTextMayBeApproved()) {
            return new Verdict.Refused(Refusal.OWN_TEXT);
        }
        return new Verdict.Allowed(change.wanted());
    }
}
