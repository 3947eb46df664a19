package org.bargardan.project;

/// How a rendering becomes final in a project.
///
/// @param ownTextMayBeApproved whether people may approve what they wrote themselves
public record Workflow(boolean ownTextMayBeApproved) {

    /// What a new project begins with: two pairs of eyes.
    public static final Workflow STRICT = new Workflow(false);

    private static final String OWN = "own-text-may-be-approved";

    /// The form the database holds: one `key=value` a line, so that later settings join it.
    String stored() {
        return OWN + "=" + ownTextMayBeApproved;
    }

    static Workflow of(String stored) {
        return new Workflow(stored.lines().anyMatch((OWN + "=true")::equals));
    }
}
