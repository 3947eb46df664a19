package org.bargardan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.ibm.icu.text.NumberFormat;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// What one person does in a browser, in the words of the screens' language.
final class Desk {

    static final String PASSWORD = "a long enough password";

    private final Page page;
    private final Words words;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private URI application;

    Desk(Chromium chromium, Words words, URI application) {
        this.page = chromium.person(words).newPage();
        this.words = words;
        this.application = application;
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
    }

    /// What the page wanted to load or run and its policy forbids.
    List<String> violations() {
        return violations;
    }

    Page page() {
        return page;
    }

    /// The application was started again, at another address.
    void move(URI application) {
        this.application = application;
    }

    void makeFirstAccount(String code, String login, String penName) {
        page.navigate(application.toString());
        field("setup.code").fill(code);
        fillNewPerson(login, penName);
        button("setup.create").click();
        assertThat(page.getByText(words.of("login.welcome"))).isVisible();
        signIn(login);
    }

    void acceptInvitation(String link, String login, String penName) {
        page.navigate(link);
        fillNewPerson(login, penName);
        button("invite.register").click();
        assertThat(page.getByText(words.of("login.welcome"))).isVisible();
        signIn(login);
    }

    void signIn(String login) {
        if (!page.url().contains("login")) {
            page.navigate(application.resolve("login").toString());
        }
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator(".login-form vaadin-button").click();
        assertThat(heading("home.projects")).isVisible();
    }

    void chooseColours(String scheme) {
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(words.of("account.menu")))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions()
                                .setName(words.of("account.scheme." + scheme))
                                .setExact(true))
                .click();
    }

    void beginProject(String name) {
        home();
        button("project.new").click();
        field("project.name").fill(name);
        button("project.create").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    /// The link for one person with one role besides that of translator, which is chosen already.
    String invite(String role) {
        if (!role.equals("translator")) {
            checkbox("role.translator").uncheck();
            checkbox("role." + role).check();
        }
        button("invite.create").click();
        var field = page.locator(".invite-link input");
        assertThat(field).hasValue(Pattern.compile("http.*/invite/.{43}"));
        var link = field.inputValue();
        page.reload();
        assertThat(heading("members.title")).isVisible();
        return link;
    }

    /// From Persian into English.
    void beginPersianProject(String name) {
        home();
        button("project.new").click();
        field("project.name").fill(name);
        var languages = page.locator("vaadin-combo-box input");
        for (int i = 0; i < 2; i++) {
            languages.nth(i).fill(i == 0 ? "fa" : "en");
            languages.nth(i).press("Enter");
        }
        button("project.create").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    /// The first step of importing.
    void choose(String fileName, String text) {
        files().setInputFiles(
                        new FilePayload(
                                fileName, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    void choose(String fileName, Path file) {
        try {
            files().setInputFiles(
                            new FilePayload(fileName, "application/pdf", Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Managers have a second field for files, for memories.
    private Locator files() {
        return page.locator("vaadin-upload input[type=file]").first();
    }

    /// Through all three steps, with the repairs as they are offered; the project's page is open
    /// before and after.
    void drop(String fileName, String text) {
        var project = page.url();
        choose(fileName, text);
        button("import.to-segments").click();
        button("import.import").click();
        page.waitForURL(Pattern.compile(".*/documents/.*"));
        page.navigate(project);
        assertThat(heading("documents.title")).isVisible();
    }

    void home() {
        page.navigate(application.toString());
        assertThat(heading("home.projects")).isVisible();
    }

    void openProject(String name) {
        home();
        page.locator("a.card").filter(new Locator.FilterOptions().setHasText(name)).click();
        assertThat(heading("documents.title")).isVisible();
    }

    void openDocument(String project, int number) {
        openProject(project);
        page.locator(".documents > li > a").nth(number - 1).click();
        assertThat(row(1)).isVisible();
    }

    Locator row(int number) {
        return page.locator("segment-row")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(".no")
                                                .getByText(
                                                        shown(number),
                                                        new Locator.GetByTextOptions()
                                                                .setExact(true))));
    }

    Locator target(int number) {
        return row(number).locator(".target").last();
    }

    Locator field(int number) {
        return page.getByLabel(
                words.of("client.row.translation", number),
                new Page.GetByLabelOptions().setExact(true));
    }

    void activate(int number) {
        row(number).locator(".no").click();
        assertThat(field(number)).isVisible();
    }

    void type(int number, String text) {
        activate(number);
        field(number).fill(text);
    }

    void confirm(int number) {
        field(number).press("Control+Enter");
    }

    void write(int number, String text) {
        type(number, text);
        confirm(number);
        assertStatus(number, "translated");
    }

    void assertStatus(int number, String status) {
        assertThat(row(number))
                .hasAttribute(
                        "aria-label",
                        // Playwright hands the pattern to JavaScript, which knows no \\Q…\\E.
                        Pattern.compile(words.of("client.status." + status) + "$"));
    }

    String download(Locator link) {
        Download download = page.waitForDownload(link::click);
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locator heading(String key) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words.of(key)))
                .first();
    }

    Locator button(String key) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.of(key)).setExact(true));
    }

    Locator link(String key) {
        return page.getByText(words.of(key), new Page.GetByTextOptions().setExact(true));
    }

    private Locator field(String key) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(words.of(key)));
    }

    private Locator checkbox(String key) {
        return page.getByRole(
                AriaRole.CHECKBOX,
                new Page.GetByRoleOptions().setName(words.of(key)).setExact(true));
    }

    private void fillNewPerson(String login, String penName) {
        field("account.login").fill(login);
        field("account.pen-name").fill(penName);
        page.locator("vaadin-password-field input").fill(PASSWORD);
    }

    private String shown(int number) {
        return words.persian()
                ? NumberFormat.getIntegerInstance(words.locale()).format(number)
                : Integer.toString(number);
    }
}
