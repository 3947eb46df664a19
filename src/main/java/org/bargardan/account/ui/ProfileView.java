package org.bargardan.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;
import org.bargardan.account.Profile;
import org.bargardan.account.ProfileResult;
import org.bargardan.account.Profiles;
import org.bargardan.account.RememberedSignIns;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.Tokens;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Told;
import org.jspecify.annotations.Nullable;

/// What a person decides about their own account: names, password, where they are signed in, tokens
/// for their programs, and leaving.
@Route("profile")
@PermitAll
class ProfileView extends Div implements HasDynamicTitle {

    private final transient Profiles profiles;
    private final transient UserId actor;
    private final TextField penName = new TextField();
    private final TextField creditName = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField forEmail = new PasswordField();
    private final PasswordField current = new PasswordField();
    private final PasswordField wanted = new PasswordField();
    private transient Profile shown;

    ProfileView(
            Profiles profiles,
            RememberedSignIns remembered,
            Tokens tokens,
            Clock clock,
            SignedInUser signedIn) {
        this.profiles = profiles;
        actor = signedIn.require().id();
        shown = profiles.of(actor);
        var signIns =
                new SignInsSection(
                        remembered, clock, actor, () -> leaveFor("ended", this::signOutEverywhere));
        add(
                new H1(getTranslation("profile.title")),
                Parts.div(
                        "project-page",
                        new Div(names(), new TokensSection(tokens, profiles, clock, actor)),
                        new Div(password(), signIns, leaving())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("profile.title"));
    }

    private Section names() {
        var login = new TextField(getTranslation("account.login"), shown.login(), "");
        login.setReadOnly(true);
        login.setHelperText(getTranslation("account.login.help"));
        penName.setLabel(getTranslation("account.pen-name"));
        penName.setHelperText(getTranslation("account.pen-name.help"));
        penName.setRequiredIndicatorVisible(true);
        creditName.setLabel(getTranslation("profile.credit-name"));
        creditName.setHelperText(getTranslation("profile.credit-name.help"));
        email.setLabel(getTranslation("profile.email"));
        email.setHelperText(getTranslation("profile.email.help"));
        forEmail.setLabel(getTranslation("account.password"));
        forEmail.setHelperText(getTranslation("profile.email.password"));
        forEmail.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        email.setValueChangeMode(ValueChangeMode.EAGER);
        email.addValueChangeListener(
                change -> forEmail.setVisible(!change.getValue().equals(orEmpty(shown.email()))));
        fill();
        var fields = new FormLayout(login, penName, creditName, email, forEmail);
        fields.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34em", 2));
        return new Section(
                Parts.heading(getTranslation("profile.names")),
                fields,
                Parts.div("acts", Parts.primary(getTranslation("profile.save"), this::save)));
    }

    private void fill() {
        penName.setValue(shown.penName());
        creditName.setValue(orEmpty(shown.creditName()));
        email.setValue(orEmpty(shown.email()));
        forEmail.clear();
        forEmail.setVisible(false);
    }

    private void save() {
        penName.setInvalid(false);
        creditName.setInvalid(false);
        email.setInvalid(false);
        forEmail.setInvalid(false);
        var result =
                profiles.change(
                        new Profile(
                                shown.login(),
                                penName.getValue(),
                                creditName.getValue(),
                                email.getValue(),
                                shown.version()),
                        forEmail.getValue(),
                        actor);
        var text = words(result);
        switch (result) {
            case PEN_NAME_MALFORMED, PEN_NAME_TAKEN -> {
                penName.setErrorMessage(text);
                penName.setInvalid(true);
            }
            case CREDIT_NAME_MALFORMED -> {
                creditName.setErrorMessage(text);
                creditName.setInvalid(true);
            }
            case EMAIL_MALFORMED -> {
                email.setErrorMessage(text);
                email.setInvalid(true);
            }
            case CHANGED, STALE -> {
                shown = profiles.of(actor);
                fill();
                Told.shortly(text);
            }
            case PASSWORD_WRONG, PASSWORD_THROTTLED -> {
                forEmail.setErrorMessage(text);
                forEmail.setInvalid(true);
            }
            case PASSWORD_SHORT, LAST_ADMINISTRATOR ->
                    throw new IllegalStateException(result.name());
        }
    }

    private Section password() {
        current.setLabel(getTranslation("profile.password.current"));
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        wanted.setLabel(getTranslation("reset.password"));
        wanted.setHelperText(getTranslation("account.password.help", Users.PASSWORD_LEAST));
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        var fields = new FormLayout(current, wanted);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        return new Section(
                Parts.heading(getTranslation("profile.password")),
                Parts.with(new Paragraph(getTranslation("profile.password.intro")), "quiet"),
                fields,
                Parts.div(
                        "acts",
                        Parts.button(
                                getTranslation("profile.password.change"), this::changePassword)));
    }

    private void changePassword() {
        current.setInvalid(false);
        wanted.setInvalid(false);
        var result = profiles.changePassword(current.getValue(), wanted.getValue(), actor);
        if (result == ProfileResult.CHANGED) {
            leaveFor("reset", () -> {});
            return;
        }
        var field = result == ProfileResult.PASSWORD_SHORT ? wanted : current;
        field.setErrorMessage(words(result));
        field.setInvalid(true);
        field.focus();
    }

    private void signOutEverywhere() {
        profiles.signOutEverywhere(actor);
    }

    /// The page goes first: once the sign-ins have ended nothing reaches it any more.
    private static void leaveFor(String reason, Runnable ending) {
        UI.getCurrent().getPage().setLocation("login?" + reason);
        ending.run();
    }

    private Section leaving() {
        var ask = Parts.quiet(getTranslation("profile.leave"), this::askWhetherToLeave);
        return new Section(
                Parts.heading(getTranslation("profile.leave.title")),
                Parts.with(new Paragraph(getTranslation("profile.leave.intro")), "quiet"),
                Parts.div("acts", ask));
    }

    private void askWhetherToLeave() {
        var password = new PasswordField(getTranslation("account.password"));
        password.setWidthFull();
        var keep = new Checkbox(getTranslation("profile.leave.keep-pen-name"));
        var trouble = Parts.with(new Paragraph(), "trouble");
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("profile.leave.title"));
        dialog.add(
                Parts.div(
                        "form-page",
                        new Paragraph(getTranslation("profile.leave.sure")),
                        keep,
                        password,
                        trouble));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("cancel"));
        dialog.setConfirmText(getTranslation("profile.leave"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCloseOnEsc(true);
        dialog.addConfirmListener(confirmed -> {
            var result = profiles.leave(password.getValue(), keep.getValue(), actor);
            if (result == ProfileResult.CHANGED) {
                leaveFor("left", () -> {});
            } else {
                trouble.setText(words(result));
                dialog.open();
            }
        });
        dialog.open();
    }

    private String words(ProfileResult result) {
        return getTranslation(
                "profile.result." + result.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Users.PASSWORD_LEAST);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
