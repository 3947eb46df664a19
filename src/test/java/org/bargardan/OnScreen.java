package org.bargardan;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import java.util.EnumSet;
import org.bargardan.account.Person;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.TestSecurityContextHolder;

/// A test of a screen, without a browser, in front of which Sara sits; English is its language.
@House
public abstract class OnScreen extends SpringBrowserlessTest {

    private static final String LOGIN = "sara-at-the-screen";

    @Autowired protected Collective collective;
    @Autowired private Users users;
    @Autowired private ProjectInvitations invitations;
    @Autowired private JdbcClient database;
    @Autowired private UserDetailsService people;
    @Autowired private SecurityContextHolderStrategy signIns;

    protected UserId sara;

    /// Sara must be signed in before the first page is drawn for her. Each application context has
    /// its own place for who is signed in, and that of the context started last is in use.
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        sara = users.findByLogin(LOGIN).map(Person::id).orElseGet(this::newSara);
        var person = people.loadUserByUsername(LOGIN);
        SecurityContextHolder.setContextHolderStrategy(signIns);
        TestSecurityContextHolder.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        person, null, person.getAuthorities()));
        super.initVaadinEnvironment();
    }

    @AfterEach
    void saraSignsOut() {
        TestSecurityContextHolder.clearContext();
    }

    private UserId newSara() {
        var person = collective.member(collective.project(), "sara", ProjectRole.READER);
        database.sql("update account_person set login = ?, login_key = ? where id = ?")
                .params(LOGIN, LOGIN, person.value())
                .update();
        return person;
    }

    /// A project in which Sara has these roles.
    protected ProjectId projectOfSara(ProjectRole first, ProjectRole... more) {
        var project = collective.project();
        var link = invitations.invite(project, EnumSet.of(first, more), collective.administrator());
        if (!invitations.accept(link, sara)) {
            throw new IllegalStateException("a fresh link of no use");
        }
        return project;
    }

    /// The page that tells strangers and those in search of nothing the same.
    @SuppressWarnings("unchecked")
    protected static Class<? extends Component> notFound() {
        try {
            return (Class<? extends Component>) Class.forName("org.bargardan.base.ui.NotFoundView");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// All that is written on the page, in order.
    protected String page() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(target -> target.getElement().getTextRecursively())
                .reduce("", (inner, outer) -> outer);
    }

    protected String heading() {
        return find(H1.class).single().getElement().getTextRecursively();
    }

    protected static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
