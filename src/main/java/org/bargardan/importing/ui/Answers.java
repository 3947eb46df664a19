package org.bargardan.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.bargardan.base.Job;
import org.bargardan.base.JobState;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.document.DocumentId;
import org.bargardan.format.FormatProblem;

/// What a person is told of a file, in the language of the interface.
final class Answers {

    private Answers() {}

    static Div error(String text) {
        return line("error", "issue", text);
    }

    static Div done(String text) {
        return line("ok", "approved", text);
    }

    private static Div line(String kind, String glyph, String text) {
        var line = Parts.div("answer " + kind, new Glyph(glyph), Parts.span("", text));
        line.getElement().setAttribute("role", "status");
        return line;
    }

    /// That nothing of a file is stored, and why.
    static String problem(Component by, String name, FormatProblem problem) {
        return by.getTranslation("import.failed", name) + " " + reason(by, problem);
    }

    static String reason(Component by, FormatProblem problem) {
        var arguments = problem.arguments().stream().map(argument -> shown(argument)).toArray();
        var reason = by.getTranslation(problem.kind().key(), arguments);
        return problem.line() == 0
                ? reason
                : by.getTranslation(
                        "import.line",
                        Shown.number(problem.line(), UI.getCurrent().getLocale()),
                        reason);
    }

    /// The document that a job of import made, if it made one.
    static void ended(Job job, Consumer<DocumentId> made) {
        if (job.state() == JobState.DONE && job.report() != null) {
            DocumentId.find(job.report()).ifPresent(made);
        }
    }

    static String quota(Component by, String name, long held, long most) {
        return by.getTranslation("import.failed", name)
                + " "
                + by.getTranslation(
                        "import.quota",
                        Shown.bytes(held, UI.getCurrent().getLocale()),
                        Shown.bytes(most, UI.getCurrent().getLocale()));
    }

    private static String shown(String argument) {
        return argument.matches("\\d{1,18}")
                ? Shown.number(Long.parseLong(argument), UI.getCurrent().getLocale())
                : argument;
    }
}
