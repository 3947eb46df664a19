package org.bargardan.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.stream.Collectors;
import org.bargardan.base.ui.Isolated;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.text.ExplainedCut;
import org.bargardan.text.ExplainedCut.Decision;
import org.bargardan.text.RuleName;
import org.bargardan.text.Segmenter;
import org.bargardan.text.SrxRules;
import org.jspecify.annotations.Nullable;

/// A text box whose sentences are shown as the rules being written would cut them, each with who
/// decided it.
final class TryOut extends Section {

    /// In UTF-16 code units; a page or two.
    private static final int TEXT_MOST = 5_000;

    /// How much of the text before a place is shown to find it again.
    private static final int SHOWN_BEFORE = 16;

    private static final String PERSIAN =
            "کتاب در سال ۱۳۲۰ ه.ش. چاپ شد؛ نویسنده‌اش م. ا. بهرامی بود. ر.ک. فصل نهم."
                    + " «باران می‌آید؟» پرسید مریم.";
    private static final String ENGLISH =
            "The book came out in 1941; its author was J. R. Marlow. See Exh. Nine and Fig. 3."
                    + " “Is it raining?” asked Mary.";

    private final String language;
    private final TextArea text = new TextArea();
    private final OrderedList sentences = new OrderedList();
    private final Paragraph slow = new Paragraph();
    private final Paragraph count = new Paragraph();
    private transient Segmenter segmenter;

    TryOut(String language) {
        this.language = language;
        segmenter = Segmenter.forLanguage(language);
        text.setLabel(getTranslation("rules.try.text", LanguageNames.name(language, getLocale())));
        text.setMaxLength(TEXT_MOST);
        text.setValue(sample(language));
        text.getElement().setAttribute("lang", language);
        text.addClassName("try-text");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(SentenceRulesSection.PAUSE_MILLIS);
        text.addValueChangeListener(change -> show());
        sentences.addClassName("tried");
        slow.addClassName("trouble");
        slow.getElement().setAttribute("role", "status");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        add(Parts.heading(getTranslation("rules.try")), text, count, slow, sentences);
        show();
    }

    /// Cuts by these rules, then ours.
    void follow(SrxRules own) {
        segmenter = Segmenter.forLanguage(language).with(own);
        show();
    }

    private static String sample(String language) {
        return language.matches("(?:fa|prs)(?:-.*)?")
                ? PERSIAN
                : language.matches("en(?:-.*)?") ? ENGLISH : "";
    }

    private void show() {
        sentences.removeAll();
        int found = 0;
        var leftOut = new StringBuilder();
        for (var paragraph : text.getValue().split("\\R")) {
            var cut = segmenter.explained(paragraph);
            found += cut.cut().sentences().size();
            show(paragraph, cut);
            if (!cut.leftOut().isEmpty() && leftOut.isEmpty()) {
                leftOut.append(
                        cut.leftOut().stream()
                                .map(this::name)
                                .collect(Collectors.joining(getTranslation("list.separator"))));
            }
        }
        count.setText(getTranslation("rules.try.count", Shown.number(found, getLocale())));
        slow.setVisible(!leftOut.isEmpty());
        slow.setText(
                leftOut.isEmpty()
                        ? ""
                        : getTranslation(
                                "rules.slow", leftOut.toString(), Isolated.words("(a+)+")));
    }

    private void show(String paragraph, ExplainedCut cut) {
        int start = cut.cut().spaceBefore().length();
        for (var sentence : cut.cut().sentences()) {
            int end = start + sentence.text().length();
            var beside = new Div();
            beside.addClassName("decided");
            for (var decision : cut.decisions()) {
                if (decision.at() > start && decision.at() <= end) {
                    beside.add(reason(paragraph, decision, start));
                }
            }
            sentences.add(new ListItem(new TextView(sentence.text(), language).small(), beside));
            start = end + sentence.spaceAfter().length();
        }
    }

    private Span reason(String paragraph, Decision decision, int sentence) {
        if (decision.ends()) {
            return Parts.span(
                    classes("ends", decision.by()),
                    getTranslation("rules.ended-by", name(decision.by())));
        }
        int from = Math.max(sentence, decision.at() - SHOWN_BEFORE);
        int space = paragraph.indexOf(' ', from);
        var last =
                paragraph.substring(
                        from > sentence && space >= 0 && space + 1 < decision.at()
                                ? space + 1
                                : from,
                        decision.at());
        var held =
                Parts.span(
                        classes("held", decision.by()),
                        new Span(getTranslation("rules.held-by", name(decision.by()))));
        var words = Parts.isolated(last);
        words.getElement().setAttribute("lang", language);
        held.addComponentAsFirst(words);
        return held;
    }

    private static String classes(String what, @Nullable RuleName by) {
        return what + (by != null && by.own() ? " own" : "");
    }

    private String name(@Nullable RuleName rule) {
        if (rule == null) {
            return getTranslation("rules.unicode");
        }
        var number = Shown.number(rule.number(), getLocale());
        return rule.own()
                ? getTranslation("rules.yours", number)
                : getTranslation("rules.ours", rule.set(), number);
    }
}
