package org.bargardan.project.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Told;
import org.bargardan.project.Project;
import org.bargardan.project.Projects;
import org.bargardan.text.repair.RepairStyle;
import org.bargardan.text.repair.RepairStyle.Digits;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RepairStyle.Quotes;

/// How a project writes Persian where it may be written in several ways, each with an example.
final class StyleSection extends Section {

    private final transient Projects projects;
    private final transient Project project;
    private final transient UserId actor;
    private final boolean manages;
    private transient RepairStyle style;

    StyleSection(Projects projects, Project project, boolean manages, UserId actor) {
        this.projects = projects;
        this.project = project;
        this.manages = manages;
        this.actor = actor;
        style = project.style();
        addClassName("style-choices");
        add(
                Parts.heading(getTranslation("style.title")),
                Parts.with(new Paragraph(getTranslation("style.help")), "quiet"),
                Parts.div(
                        "choices",
                        choice(
                                "ezafe",
                                Ezafe.values(),
                                RepairStyle::ezafe,
                                (old, ezafe) ->
                                        new RepairStyle(
                                                ezafe, old.plural(), old.digits(), old.quotes()),
                                StyleSection::example),
                        choice(
                                "plural",
                                Plural.values(),
                                RepairStyle::plural,
                                (old, plural) ->
                                        new RepairStyle(
                                                old.ezafe(), plural, old.digits(), old.quotes()),
                                StyleSection::example),
                        choice(
                                "digits",
                                Digits.values(),
                                RepairStyle::digits,
                                (old, digits) ->
                                        new RepairStyle(
                                                old.ezafe(), old.plural(), digits, old.quotes()),
                                StyleSection::example),
                        choice(
                                "quotes",
                                Quotes.values(),
                                RepairStyle::quotes,
                                (old, quotes) ->
                                        new RepairStyle(
                                                old.ezafe(), old.plural(), old.digits(), quotes),
                                StyleSection::example)));
    }

    private <E extends Enum<E>> RadioButtonGroup<E> choice(
            String what,
            E[] values,
            Function<RepairStyle, E> chosen,
            BiFunction<RepairStyle, E, RepairStyle> choosing,
            Function<E, String> example) {
        var group = new RadioButtonGroup<E>();
        group.setLabel(getTranslation("style." + what));
        group.setItems(values);
        group.setItemLabelGenerator(value -> getTranslation(key(what, value)));
        group.setRenderer(
                new ComponentRenderer<>(value -> {
                    var shown = Parts.isolated(example.apply(value));
                    shown.getElement().setAttribute("lang", "fa");
                    return Parts.span(
                            "choice-with-example",
                            Parts.span("", getTranslation(key(what, value))),
                            shown);
                }));
        group.setValue(chosen.apply(style));
        group.setReadOnly(!manages);
        group.addValueChangeListener(change -> decide(choosing.apply(style, change.getValue())));
        return group;
    }

    private void decide(RepairStyle wanted) {
        projects.decide(project.id(), wanted, actor);
        style = wanted;
        Told.shortly(getTranslation("style.kept"));
    }

    private static String key(String what, Enum<?> value) {
        return "style." + what + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // The examples are Persian in every language of the screen.

    private static String example(Ezafe ezafe) {
        return switch (ezafe) {
            case KEEP -> "خانه‌ی من، خانهٔ من";
            case YEH -> "خانه‌ی من";
            case HAMZA -> "خانهٔ من";
        };
    }

    private static String example(Plural plural) {
        return switch (plural) {
            case JOINED -> "کارها";
            case WITH_JOINER -> "کار\u200Cها";
        };
    }

    private static String example(Digits digits) {
        return switch (digits) {
            case KEEP -> "1320، ۱۳۲۰";
            case PERSIAN -> "۱۳۲۰";
        };
    }

    private static String example(Quotes quotes) {
        return switch (quotes) {
            case KEEP -> "\"بیا\"، «بیا»";
            case GUILLEMETS -> "«بیا»";
        };
    }
}
