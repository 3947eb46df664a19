package org.bargardan.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.Map;
import org.bargardan.base.ui.Isolated;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shortcut;
import org.bargardan.base.ui.Shown;
import org.bargardan.editor.panel.EditorPanel;
import org.bargardan.editor.panel.SegmentInFocus;
import org.bargardan.review.Comment;
import org.bargardan.review.Comments;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/// What people say about the segment in focus.
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CommentPanel implements EditorPanel {

    private final Comments comments;
    private final Clock clock;
    private final Div thread = new Div();
    private final TextArea words = new TextArea();
    private final Div content;
    private @Nullable SegmentInFocus segment;

    CommentPanel(Comments comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
        thread.addClassName("thread");
        words.setPlaceholder(thread.getTranslation("comments.write"));
        words.setAriaLabel(thread.getTranslation("comments.write"));
        words.setMaxLength(Comments.MOST);
        words.setWidthFull();
        words.setMinRows(1);
        // Comments are in either language, whatever the screen's.
        words.getElement().executeJs("this.inputElement.dir = 'auto'");
        var say = new Button(thread.getTranslation("comments.say"), click -> say());
        content = Parts.div("comments", thread, Parts.div("write-comment", words, say));
    }

    @Override
    public Place place() {
        return Place.ABOUT;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "comments.title";
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public int show(SegmentInFocus focus) {
        segment = focus;
        var all = comments.of(focus.entry().rendering().id(), focus.actor());
        thread.removeAll();
        all.forEach(comment -> thread.add(said(comment)));
        if (all.isEmpty()) {
            thread.add(
                    Parts.with(
                            new Paragraph(content.getTranslation("comments.none")), "panel-empty"));
        }
        return all.size();
    }

    @Override
    public Map<Shortcut, Runnable> shortcuts() {
        return Map.of(Shortcut.COMMENT, words::focus);
    }

    private Component said(Comment comment) {
        var locale = UI.getCurrent().getLocale();
        var text = new Paragraph(comment.text());
        text.getElement().setAttribute("dir", Isolated.direction(comment.text()));
        return Parts.div(
                "say",
                Parts.avatar(comment.by().penName(), comment.by().colour(), false),
                new Div(
                        Parts.div(
                                "meta",
                                Parts.span("who", Parts.isolated(comment.by().penName())),
                                Shown.moment(comment.at(), clock.instant(), locale)),
                        text));
    }

    private void say() {
        var focus = segment;
        if (focus != null && !words.getValue().isBlank()) {
            comments.say(focus.entry().rendering().id(), words.getValue().strip(), focus.actor());
            words.clear();
            focus.changed().run();
        }
    }
}
