package org.bargardan.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.EmailField;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.bargardan.account.UserId;
import org.bargardan.administration.HouseState;
import org.bargardan.administration.Housekeeping;
import org.bargardan.administration.MailTest;
import org.bargardan.backup.StoredBackup;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.jspecify.annotations.Nullable;

/// How the house stands: backups, disk, what waits to be done, mail, and stopping all writing.
final class HouseSection extends Div {

    private final transient Housekeeping house;
    private final transient Clock clock;
    private final transient UserId actor;
    private final Div backup = new Div();

    HouseSection(Housekeeping house, Clock clock, UserId actor) {
        this.house = house;
        this.clock = clock;
        this.actor = actor;
        addClassName("house");
        var state = house.state(actor);
        add(backups(), figures(state), readOnly(state), mail(state));
    }

    /// Says that there is no backup that is young enough.
    static Component backupWarning(HouseState state, Instant now, Locale locale) {
        return answer("error", overdue(state.lastBackup(), now, locale));
    }

    private static String overdue(@Nullable StoredBackup last, Instant now, Locale locale) {
        var ui = UI.getCurrent();
        return last == null
                ? ui.getTranslation("administration.backup.none")
                : ui.getTranslation("administration.backup.old", Shown.ago(last.at(), now, locale));
    }

    private static Component answer(String kind, String text) {
        return Parts.div(
                "answer " + kind,
                new Glyph(kind.equals("error") ? "issue" : "approved"),
                Parts.span("", text));
    }

    private Section backups() {
        showBackup();
        var said = Parts.div("said");
        said.getElement().setAttribute("role", "status");
        var now = new Button(getTranslation("administration.backup.now"));
        now.setDisableOnClick(true);
        now.addClickListener(click -> backUp(now, said));
        return new Section(
                Parts.heading(getTranslation("administration.backup")),
                backup,
                Parts.div("acts", now),
                said);
    }

    private void showBackup() {
        var state = house.state(actor);
        var last = state.lastBackup();
        backup.removeAll();
        if (last == null || state.backupOverdue(clock.instant())) {
            backup.add(backupWarning(state, clock.instant(), getLocale()));
            return;
        }
        var line =
                new Paragraph(
                        getTranslation(
                                "administration.backup.last",
                                Shown.ago(last.at(), clock.instant(), getLocale()),
                                Shown.bytes(last.bytes(), getLocale())));
        line.setTitle(last.fileName());
        backup.add(line);
    }

    /// People go on meanwhile, and may leave the page: the backup is made all the same.
    private void backUp(Button button, Div said) {
        said.removeAll();
        said.setText(getTranslation("administration.backup.under-way"));
        var ui = UI.getCurrent();
        var made = ui.accessLater(() -> backedUp(button, said, true), () -> {});
        var failed = ui.accessLater(() -> backedUp(button, said, false), () -> {});
        var _ =
                house.backUp(actor)
                        .whenComplete((stored, failure) -> (failure == null ? made : failed).run());
    }

    private void backedUp(Button button, Div said, boolean well) {
        said.removeAll();
        said.add(
                answer(
                        well ? "ok" : "error",
                        getTranslation(
                                well
                                        ? "administration.backup.made"
                                        : "administration.backup.failed")));
        button.setEnabled(true);
        showBackup();
    }

    private Section figures(HouseState state) {
        var figures = Parts.with(new DescriptionList(), "figures");
        var disk = state.disk();
        add(
                figures,
                "administration.disk",
                getTranslation(
                        "administration.disk.free",
                        Shown.bytes(disk.free(), getLocale()),
                        Shown.bytes(disk.total(), getLocale())));
        state.databaseBytes()
                .ifPresent(bytes ->
                        add(figures, "administration.database", Shown.bytes(bytes, getLocale())));
        var pending = state.pending();
        add(figures, "administration.jobs", Shown.number(pending.jobs(), getLocale()));
        add(figures, "administration.jobs.failed", Shown.number(pending.failedJobs(), getLocale()));
        add(figures, "administration.events", Shown.number(pending.events(), getLocale()));
        return new Section(
                Parts.heading(getTranslation("administration.figures")),
                figures,
                Parts.with(new Paragraph(getTranslation("administration.events.help")), "quiet"));
    }

    private void add(DescriptionList figures, String key, String value) {
        figures.add(
                new DescriptionList.Term(getTranslation(key)),
                new DescriptionList.Description(value));
    }

    private Section readOnly(HouseState state) {
        boolean on = state.readOnly();
        var act =
                on
                        ? Parts.button(
                                getTranslation("administration.read-only.end"),
                                () -> setReadOnly(false))
                        : Parts.button(
                                getTranslation("administration.read-only.begin"),
                                this::askWhetherToStopWriting);
        return new Section(
                Parts.heading(getTranslation("administration.read-only")),
                new Paragraph(
                        getTranslation(
                                on
                                        ? "administration.read-only.on"
                                        : "administration.read-only.off")),
                Parts.with(new Paragraph(getTranslation("administration.read-only.help")), "quiet"),
                Parts.div("acts", act));
    }

    private void askWhetherToStopWriting() {
        Parts.ask(
                getTranslation("administration.read-only.sure"),
                getTranslation("administration.read-only.help"),
                getTranslation("administration.read-only.begin"),
                () -> setReadOnly(true));
    }

    /// The page is drawn anew, since the banner stands in the bar above it.
    private void setReadOnly(boolean wanted) {
        house.readOnly(wanted, actor);
        UI.getCurrent().getPage().reload();
    }

    private Section mail(HouseState state) {
        var section = new Section(Parts.heading(getTranslation("administration.mail")));
        if (!state.mailSetUp()) {
            var settings = Parts.with(new Code(), "settings");
            settings.setText(
                    "BARGARDAN_SMTP_HOST BARGARDAN_SMTP_PORT BARGARDAN_SMTP_USER"
                            + " BARGARDAN_SMTP_PASSWORD BARGARDAN_MAIL_FROM BARGARDAN_PUBLIC_URL");
            settings.getElement().setAttribute("dir", "ltr");
            section.add(new Paragraph(getTranslation("administration.mail.not-set-up")), settings);
            return section;
        }
        var address = new EmailField(getTranslation("administration.mail.to"));
        var said = Parts.div("said");
        said.getElement().setAttribute("role", "status");
        section.add(
                Parts.with(new Paragraph(getTranslation("administration.mail.intro")), "quiet"),
                Parts.div(
                        "field-and-act",
                        address,
                        Parts.button(
                                getTranslation("administration.mail.send"),
                                () -> {
                                    var result =
                                            house.testMail(address.getValue(), getLocale(), actor);
                                    said.removeAll();
                                    said.add(
                                            answer(
                                                    result == MailTest.SENT ? "ok" : "error",
                                                    getTranslation(result.key())));
                                })),
                said);
        return section;
    }
}
