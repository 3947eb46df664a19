package org.bargardan.account.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.bargardan.account.ProfileResult;
import org.bargardan.account.Profiles;
import org.bargardan.account.Token;
import org.bargardan.account.TokenScope;
import org.bargardan.account.Tokens;
import org.bargardan.account.UserId;
import org.bargardan.base.VisibleText;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.SecretField;
import org.bargardan.base.ui.Shown;

/// A person's personal access tokens: made, seen once, revoked.
final class TokensSection extends Section {

    private static final int MONTH = 30;
    private static final int QUARTER = 90;
    private static final int YEAR = 365;

    private final transient Tokens tokens;
    private final transient Profiles profiles;
    private final transient Clock clock;
    private final transient UserId actor;
    private final TextField name = new TextField();
    private final Select<TokenScope> scope = new Select<>();
    private final Select<Integer> days = new Select<>();
    private final PasswordField password = new PasswordField();
    private final Div made = new Div();
    private final UnorderedList list = new UnorderedList();

    TokensSection(Tokens tokens, Profiles profiles, Clock clock, UserId actor) {
        this.tokens = tokens;
        this.profiles = profiles;
        this.clock = clock;
        this.actor = actor;
        name.setLabel(getTranslation("tokens.name"));
        name.setHelperText(getTranslation("tokens.name.help"));
        scope.setLabel(getTranslation("tokens.scope"));
        scope.setItems(TokenScope.values());
        scope.setItemLabelGenerator(each -> getTranslation("tokens.scope." + each.key()));
        scope.setValue(TokenScope.READ);
        days.setLabel(getTranslation("tokens.days"));
        days.setItems(MONTH, QUARTER, YEAR);
        days.setItemLabelGenerator(
                each -> getTranslation("tokens.days.n", Shown.number(each, getLocale())));
        days.setValue(QUARTER);
        password.setLabel(getTranslation("account.password"));
        password.setHelperText(getTranslation("tokens.password.help"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        list.addClassName("people-list");
        var fields = new FormLayout(name, scope, days, password);
        fields.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34em", 2));
        add(
                Parts.heading(getTranslation("tokens.title")),
                Parts.with(new Paragraph(getTranslation("tokens.intro")), "quiet"),
                list,
                fields,
                Parts.div("acts", Parts.button(getTranslation("tokens.make"), this::make)),
                made);
        show();
    }

    private void show() {
        list.removeAll();
        tokens.of(actor).forEach(token -> list.add(row(token)));
    }

    private ListItem row(Token token) {
        var used = token.lastUsedAt();
        var row =
                new ListItem(
                        Parts.span("who", Parts.isolated(token.name())),
                        Parts.span("quiet", getTranslation("tokens.scope." + token.scope().key())),
                        Parts.span("quiet", getTranslation("tokens.until")),
                        Parts.with(
                                Shown.moment(token.expiresAt(), clock.instant(), getLocale()),
                                "quiet"));
        if (used == null) {
            row.add(Parts.span("quiet", getTranslation("tokens.never-used")));
        } else {
            row.add(
                    Parts.span("quiet", getTranslation("profile.last-used")),
                    Parts.with(Shown.moment(used, clock.instant(), getLocale()), "quiet"));
        }
        row.add(
                Parts.grow(),
                Parts.quiet(
                        getTranslation("tokens.revoke"),
                        () -> {
                            tokens.revoke(token.id(), actor);
                            made.removeAll();
                            show();
                        }));
        return row;
    }

    private void make() {
        var stripped = name.getValue().strip();
        if (!VisibleText.isOneLine(stripped, Tokens.NAME_MOST)) {
            name.setErrorMessage(getTranslation("tokens.name.malformed", Tokens.NAME_MOST));
            name.setInvalid(true);
            name.focus();
            return;
        }
        name.setInvalid(false);
        if (tokens.of(actor).size() >= Tokens.MOST) {
            name.setErrorMessage(getTranslation("tokens.too-many", Tokens.MOST));
            name.setInvalid(true);
            return;
        }
        password.setInvalid(false);
        var known = profiles.check(password.getValue(), actor);
        if (known != ProfileResult.CHANGED) {
            password.setErrorMessage(
                    getTranslation(
                            "profile.result."
                                    + known.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            password.setInvalid(true);
            password.focus();
            return;
        }
        password.clear();
        var token =
                tokens.create(stripped, scope.getValue(), Duration.ofDays(days.getValue()), actor);
        name.clear();
        made.removeAll();
        made.add(
                new SecretField(
                        getTranslation("tokens.secret"),
                        getTranslation("tokens.secret.help"),
                        token.secret()));
        show();
    }
}
