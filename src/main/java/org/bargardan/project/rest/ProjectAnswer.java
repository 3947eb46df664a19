package org.bargardan.project.rest;

import java.util.UUID;
import org.bargardan.project.Project;

/// A project as programs see it; languages as BCP 47 tags.
///
/// @param ownTextMayBeApproved whether people may approve what they wrote themselves
record ProjectAnswer(
        UUID id, String name, String source, String target, boolean ownTextMayBeApproved) {

    static ProjectAnswer of(Project project) {
        return new ProjectAnswer(
                project.id().value(),
                project.name(),
                project.languages().source(),
                project.languages().target(),
                project.workflow().ownTextMayBeApproved());
    }
}
