package org.bargardan.administration.ui;

import org.bargardan.account.SignedInUser;
import org.bargardan.account.SiteRole;
import org.bargardan.base.ui.NavigationEntry;
import org.springframework.stereotype.Component;

/// The way to the administration page, for those who may go there.
@Component
class AdministrationEntry implements NavigationEntry {

    private final SignedInUser signedIn;

    AdministrationEntry(SignedInUser signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public String path() {
        return AdministrationView.PATH;
    }

    @Override
    public String textKey() {
        return "administration.title";
    }

    @Override
    public boolean isShown() {
        return signedIn.find()
                .filter(person -> person.siteRole() == SiteRole.ADMINISTRATOR)
                .isPresent();
    }
}
