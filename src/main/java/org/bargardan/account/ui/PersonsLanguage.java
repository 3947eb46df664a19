package org.bargardan.account.ui;

import java.util.Locale;
import java.util.Optional;
import org.bargardan.account.Person;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.Users;
import org.bargardan.base.ui.PreferredLanguage;
import org.springframework.stereotype.Component;

/// The language of the screens belongs to the person, so it follows them to every browser.
@Component
class PersonsLanguage implements PreferredLanguage {

    private final SignedInUser signedIn;
    private final Users users;

    PersonsLanguage(SignedInUser signedIn, Users users) {
        this.signedIn = signedIn;
        this.users = users;
    }

    @Override
    public Optional<Locale> find() {
        return signedIn.find().map(Person::locale);
    }

    @Override
    public void choose(Locale locale) {
        signedIn.find().ifPresent(person -> users.chooseLocale(person.id(), locale));
    }
}
