package org.bargardan.account.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.bargardan.account.NewPerson;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.Users;

/// The fields by which somebody becomes a person of this site.
public final class NewPersonForm extends Div {

    private final TextField login = new TextField();
    private final TextField penName = new TextField();
    private final PasswordField password = new PasswordField();
    private final Paragraph trouble = new Paragraph();

    public NewPersonForm() {
        login.setLabel(getTranslation("account.login"));
        login.setHelperText(getTranslation("account.login.help"));
        login.setAutocomplete(Autocomplete.USERNAME);
        login.setRequiredIndicatorVisible(true);
        penName.setLabel(getTranslation("account.pen-name"));
        penName.setHelperText(getTranslation("account.pen-name.help"));
        penName.setRequiredIndicatorVisible(true);
        password.setLabel(getTranslation("account.password"));
        password.setHelperText(getTranslation("account.password.help", Users.PASSWORD_LEAST));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setRequiredIndicatorVisible(true);
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var fields = new FormLayout(login, penName, password);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(fields, trouble);
    }

    public NewPerson value() {
        return new NewPerson(
                login.getValue(), penName.getValue(), password.getValue(), getLocale());
    }

    /// Says beside the field it concerns what stands against the registration.
    public void show(Problem problem) {
        login.setInvalid(false);
        penName.setInvalid(false);
        password.setInvalid(false);
        trouble.setVisible(false);
        var text =
                getTranslation(
                        "account.problem."
                                + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Users.PASSWORD_LEAST);
        switch (problem) {
            case LOGIN_MALFORMED, LOGIN_TAKEN -> {
                login.setErrorMessage(text);
                login.setInvalid(true);
                login.focus();
            }
            case PEN_NAME_MALFORMED, PEN_NAME_TAKEN -> {
                penName.setErrorMessage(text);
                penName.setInvalid(true);
                penName.focus();
            }
            case PASSWORD_SHORT -> {
                password.setErrorMessage(text);
                password.setInvalid(true);
                password.focus();
            }
            case CODE_WRONG, INVITATION_INVALID -> {
                trouble.setText(text);
                trouble.setVisible(true);
            }
        }
    }
}
