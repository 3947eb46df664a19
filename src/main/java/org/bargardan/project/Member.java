package org.bargardan.project;

import java.util.Set;
import org.bargardan.account.Person;

/// A person in a project, with every role they hold there.
public record Member(Person person, Set<ProjectRole> roles) {

    public Member {
        roles = Set.copyOf(roles);
    }
}
