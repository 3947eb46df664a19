package org.bargardan.project.ui;

import com.vaadin.flow.component.UI;
import org.bargardan.project.ProjectId;

/// How other features open a project's page.
public final class ProjectNavigation {

    private ProjectNavigation() {}

    /// The address of a project, relative to the application's.
    public static String path(ProjectId project) {
        return "projects/" + project.value();
    }

    /// The address of a project's rules for texts, relative to the application's.
    public static String rulesPath(ProjectId project) {
        return path(project) + "/rules";
    }

    public static void open(ProjectId project) {
        UI.getCurrent().navigate(path(project));
    }

    public static void begin() {
        UI.getCurrent().navigate(NewProjectView.class);
    }
}
