package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.base.ui.ContentSecurity;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.authentication.ui.DefaultLogoutPageGeneratingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@House
class SignInTest {

    private static final String FOR_SIGNED_IN = "/v3/api-docs";

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Users users;
    @Autowired private Profiles profiles;
    @Autowired private People people;
    @Autowired private RememberedSignIns remembered;
    @Autowired private AuditLog audit;
    @Autowired private JdbcClient database;
    @Autowired private FilterChainProxy chains;

    private UserId sara;
    private String login;

    @BeforeEach
    void saraComes() {
        sara = collective.member(collective.project(), "sara", ProjectRole.TRANSLATOR);
        login = users.loginOf(sara);
    }

    @Test
    void theRightPasswordSignsInAndMovesToAFreshSession() {
        var before = new MockHttpSession();
        var id = before.getId();
        var answer = signIn(login, Collective.PASSWORD, before);
        assertThat(answer).hasStatus(302).hasHeader("Location", "/");
        assertThat(before.getId()).isNotEqualTo(id);
        assertThat(isSignedIn(before)).isTrue();
        assertThat(audited(AuditAction.SIGNED_IN)).isTrue();
    }

    @Test
    void aWrongPasswordDoesNotAndIsTold() {
        var session = new MockHttpSession();
        assertThat(signIn(login, "not the password", session))
                .hasStatus(302)
                .hasHeader("Location", "/login?error");
        assertThat(isSignedIn(session)).isFalse();
        assertThat(audited(AuditAction.SIGN_IN_FAILED)).isTrue();
    }

    @Test
    void aFormThatComesFromElsewhereSignsNobodyIn() {
        var answer =
                program.paths()
                        .post()
                        .uri("/login")
                        .param("username", login)
                        .param("password", Collective.PASSWORD)
                        .exchange();
        assertThat(answer).hasHeader("Location", "/login?stale");
        assertThat(remembered.of(sara)).isEmpty();
    }

    @Test
    void aFormThatComesFromElsewhereSignsNobodyInHoweverItsPathIsWritten() {
        var answer =
                program.paths()
                        .post()
                        .uri(URI.create("/%6cogin"))
                        .param("username", login)
                        .param("password", Collective.PASSWORD)
                        .exchange();
        assertThat(answer).hasHeader("Location", "/login?stale");
    }

    @Test
    void aGuesserIsStoppedEvenWithTheRightPasswordAtLast() {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            signIn(login, "guess number " + i, new MockHttpSession());
        }
        assertThat(signIn(login, Collective.PASSWORD, new MockHttpSession()))
                .hasHeader("Location", "/login?throttled");
        assertThat(audited(AuditAction.SIGN_IN_THROTTLED)).isTrue();
    }

    @Test
    void aRememberedBrowserNeedsNoPasswordUntilItIsForgotten() {
        var cookie = remember();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(reach(null, cookie)).hasStatus(200);

        var only = remembered.of(sara).getFirst();
        remembered.forget(only.id(), sara);
        assertThat(reach(null, cookie)).hasStatus(302);
    }

    @Test
    void aRememberedBrowserIsAskedForThePasswordAfterNinetyDaysHoweverOftenItCame() {
        var cookie = remember();
        database.sql("update account_remember_me set created_at = ? where person_id = ?")
                .params(OffsetDateTime.now().minus(RememberedSignIns.LIFE_MOST), sara.value())
                .update();
        assertThat(reach(null, cookie)).hasStatus(302);
    }

    @Test
    void aBrowserIsRememberedOnlyIfAskedTo() {
        assertThat(signIn(login, Collective.PASSWORD, new MockHttpSession()))
                .cookies()
                .doesNotContainCookie(StaySignedIn.COOKIE);
        assertThat(remembered.of(sara)).isEmpty();
    }

    @Test
    void signingOutForgetsTheBrowser() {
        var cookie = remember();
        program.paths().post().uri("/logout").cookie(cookie).with(csrf()).exchange();
        assertThat(remembered.of(sara)).isEmpty();
    }

    @Test
    void signingOutEverywhereEndsSessionsAndRememberedBrowsers() {
        var session = new MockHttpSession();
        signIn(login, Collective.PASSWORD, session);
        var cookie = remember();
        assertThat(reach(session, null)).hasStatus(200);

        profiles.signOutEverywhere(sara);

        assertThat(reach(session, null)).hasStatus(302);
        assertThat(session.isInvalid()).isTrue();
        assertThat(reach(null, cookie)).hasStatus(302);
    }

    @Test
    void somebodyWhoIsDeactivatedIsOutAtOnceAndStaysOut() {
        var session = new MockHttpSession();
        signIn(login, Collective.PASSWORD, session);
        people.deactivate(sara, collective.administrator());
        assertThat(reach(session, null)).hasStatus(302);
        assertThat(signIn(login, Collective.PASSWORD, new MockHttpSession()))
                .hasHeader("Location", "/login?error");

        people.reactivate(sara, collective.administrator());
        assertThat(signIn(login, Collective.PASSWORD, new MockHttpSession()))
                .hasHeader("Location", "/");
    }

    @Test
    void noPageButOurOwnAsksToSignInOrOut() {
        assertThat(chains.getFilterChains().stream().flatMap(chain -> chain.getFilters().stream()))
                .isNotEmpty()
                .noneMatch(DefaultLoginPageGeneratingFilter.class::isInstance)
                .noneMatch(DefaultLogoutPageGeneratingFilter.class::isInstance);
    }

    @Test
    void thePageOfThePathsForProgramsMayLoadItsOwnScripts() {
        var session = new MockHttpSession();
        signIn(login, Collective.PASSWORD, session);
        assertThat(program.paths().get().uri("/swagger-ui/index.html").session(session).exchange())
                .hasHeader("Content-Security-Policy", ContentSecurity.FOR_API_PAGE);
    }

    @Test
    void everyAnswerForbidsFramesAndForeignContent() {
        assertThat(program.paths().get().uri(FOR_SIGNED_IN).exchange())
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .containsHeader("Content-Security-Policy");
    }

    private Cookie remember() {
        var answer = signIn(login, Collective.PASSWORD, new MockHttpSession(), "remember-me", "on");
        return answer.getResponse().getCookie(StaySignedIn.COOKIE);
    }

    private MvcTestResult signIn(
            String name, String password, MockHttpSession session, String... more) {
        var request =
                program.paths()
                        .post()
                        .uri("/login")
                        .session(session)
                        .param("username", name)
                        .param("password", password)
                        .with(from(sara))
                        .with(csrf());
        return (more.length == 0 ? request : request.param(more[0], more[1])).exchange();
    }

    /// Every test sits at an address of its own, so that none exhausts another's.
    private static RequestPostProcessor from(UserId person) {
        return request -> {
            request.setRemoteAddr("address of " + person.value());
            return request;
        };
    }

    private MvcTestResult reach(MockHttpSession session, Cookie cookie) {
        var request = program.paths().get().uri(FOR_SIGNED_IN);
        if (session != null) {
            request = request.session(session);
        }
        if (cookie != null) {
            request = request.cookie(cookie);
        }
        return request.exchange();
    }

    private static boolean isSignedIn(MockHttpSession session) {
        return session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                != null;
    }

    private boolean audited(AuditAction action) {
        List<AuditEntry> entries = audit.page(null);
        return entries.stream()
                .anyMatch(entry -> entry.action() == action && sara.equals(entry.actor()));
    }
}
