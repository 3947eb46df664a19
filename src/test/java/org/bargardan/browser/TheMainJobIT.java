package org.bargardan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bargardan.PackagedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The road from a text file to an approved translation and a TMX, as people walk it in browsers.
@Tag("browser")
class TheMainJobIT {

    private static final Path BOOK = Path.of("../shared/seeds/004.txt");
    private static final String LAMPS =
            "The harbour lamps were lit at dusk.\n\nThe harbour lamps were not lit at dusk.\n";
    private static final String PROJECT = "Lamps and letters";
    private static final String FIRST = "در این جستار می‌خوانیم که نسخهٔ نخست چه بود.";
    private static final String CORRECTED = "در این جستار می‌خوانیم که نسخهٔ اول چه بود.";
    private static final String LIT = "چراغ‌های بندر در گرگ‌ومیش روشن شد.";

    @TempDir private static Path folder;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void fromAFileToAnApprovedTranslationInEnglish() throws IOException {
        walk(Words.ENGLISH);
    }

    @Test
    void fromAFileToAnApprovedTranslationInPersian() throws IOException {
        walk(Words.PERSIAN);
    }

    private void walk(Words words) throws IOException {
        var data = folder.resolve(words.locale().getLanguage());
        try (var application = PackagedApplication.on(data).start()) {
            // 1: the first account, a project, two people by link
            var golnar = new Desk(chromium, words, application.address());
            golnar.makeFirstAccount(application.oneTimeCode(), "golnar.login", "Golnar");
            assertThat(golnar.page().locator("html"))
                    .hasAttribute("dir", words.persian() ? "rtl" : "ltr");
            golnar.chooseColours("dark");
            assertThat(golnar.page().locator("html")).hasCSS("background-color", "rgb(22, 24, 29)");
            golnar.chooseColours("light");
            assertThat(golnar.page().locator("html"))
                    .hasCSS("background-color", "rgb(251, 250, 247)");
            golnar.beginProject(PROJECT);
            var toSara = golnar.invite("translator");
            var toMina = golnar.invite("reviewer");
            var sara = new Desk(chromium, words, application.address());
            sara.acceptInvitation(toSara, "sara.login", "Sara");
            var mina = new Desk(chromium, words, application.address());
            mina.acceptInvitation(toMina, "mina.login", "Mina");

            // 2: a book becomes paragraphs and segments, in order
            golnar.drop("004.txt", book());
            golnar.drop("lamps.txt", LAMPS);
            golnar.openDocument(PROJECT, 1);

            // 3: translate, confirm, land on the next; the others see it, and are offered it
            sara.openDocument(PROJECT, 1);
            sara.type(1, FIRST);
            sara.confirm(1);
            assertThat(sara.field(2)).isFocused();
            assertThat(golnar.target(1)).hasText(FIRST);
            sara.write(2, "عنوان");
            sara.openDocument(PROJECT, 2);
            sara.write(1, LIT);
            golnar.openDocument(PROJECT, 2);
            golnar.activate(2);
            var match = golnar.page().locator(".match").first();
            assertThat(match).containsText(LIT);
            assertThat(match).containsText(words.of("matches.not-reviewed"));
            assertThat(match.locator("ins")).containsText("not");
            golnar.page().keyboard().press("F2");
            golnar.page().keyboard().press("Digit1");
            assertThat(golnar.field(2)).hasValue(LIT);

            // 4: the reviewer sees what waits, approves one and returns one with a reason
            mina.home();
            mina.page()
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText(title()))
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(mina.row(1)).isVisible();
            mina.row(2).locator(".no").click();
            mina.button("client.review.return").click();
            mina.page()
                    .locator("label.choice")
                    .filter(new Locator.FilterOptions().setHasText(words.of("client.return.style")))
                    .click();
            mina.page().getByLabel(words.of("client.return.what")).fill("کوتاه است.");
            mina.page().getByRole(AriaRole.FORM).getByRole(AriaRole.BUTTON).last().click();
            mina.assertStatus(2, "returned");
            mina.home();
            sara.openDocument(PROJECT, 1);
            assertThat(sara.row(2).locator(".why")).containsText("کوتاه است.");
            sara.write(1, CORRECTED);
            mina.openDocument(PROJECT, 1);
            mina.link("editor.mode.review").click();
            assertThat(mina.row(1)).isVisible();
            mina.row(1).locator(".no").click();
            assertThat(mina.row(1).locator("ins")).hasText("اول");
            assertThat(mina.row(1).locator("del")).hasText("نخست");
            mina.page().keyboard().press("Control+Enter");
            mina.assertStatus(1, "approved");
            sara.assertStatus(1, "approved");

            // 5: the memory as TMX, the translation as text
            golnar.openProject(PROJECT);
            var tmx = golnar.download(golnar.link("memory.export"));
            assertThat(tmx).contains("<tmx version=\"1.4\">", CORRECTED, LIT);
            assertThat(tmx).doesNotContain("login", "Sara", "Mina", "Golnar");
            var text = golnar.download(golnar.link("documents.export").first());
            assertThat(text).startsWith(CORRECTED);
            assertThat(golnar.download(golnar.link("documents.export.source").first()))
                    .isEqualTo(book());

            // 6: killed, started again, and every word is there
            sara.write(3, "سطر سوم");
            application.kill();
            application.restartOnSameData();
            sara.move(application.address());
            sara.signIn("sara.login");
            sara.openDocument(PROJECT, 1);
            assertThat(sara.target(1)).hasText(CORRECTED);
            sara.assertStatus(1, "approved");
            assertThat(sara.target(3)).hasText("سطر سوم");
            assertThat(
                            Stream.of(golnar, sara, mina)
                                    .flatMap(desk -> desk.violations().stream())
                                    .toList())
                    .isEmpty();
        }
    }

    @Test
    void ofTwoPeopleConfirmingOneSegmentTheLaterGetsBothTexts() {
        var words = Words.ENGLISH;
        try (var application = PackagedApplication.on(folder.resolve("two")).start()) {
            var golnar = new Desk(chromium, words, application.address());
            golnar.makeFirstAccount(application.oneTimeCode(), "golnar", "Golnar");
            golnar.beginProject(PROJECT);
            var toSara = golnar.invite("translator");
            golnar.drop("lamps.txt", LAMPS);
            var sara = new Desk(chromium, words, application.address());
            sara.acceptInvitation(toSara, "sara", "Sara");
            golnar.openDocument(PROJECT, 1);
            sara.openDocument(PROJECT, 1);
            golnar.type(1, "چراغ‌ها افروخته شد.");
            sara.type(1, "چراغ‌ها روشن شد.");
            golnar.confirm(1);
            golnar.assertStatus(1, "translated");
            sara.confirm(1);
            var clash = sara.page().locator(".clash");
            assertThat(clash).containsText("چراغ‌ها افروخته شد.");
            assertThat(clash).containsText("چراغ‌ها روشن شد.");
            assertThat(golnar.target(1)).hasText("چراغ‌ها افروخته شد.");
            sara.button("client.conflict.keepMine").click();
            assertThat(golnar.target(1)).hasText("چراغ‌ها روشن شد.");
            golnar.activate(1);
            golnar.page()
                    .getByRole(AriaRole.TAB)
                    .filter(new Locator.FilterOptions().setHasText(words.of("history.title")))
                    .click();
            assertThat(golnar.page().locator(".revision")).hasCount(2);
            assertThat(golnar.page().locator(".revision").last())
                    .containsText("چراغ‌ها افروخته شد.");
        }
    }

    /// The whole book where the shared texts are at hand, otherwise the essay of the sample.
    private static String book() throws IOException {
        if (Files.exists(BOOK)) {
            return Files.readString(BOOK);
        }
        System.out.println("SKIPPED the book of the shared texts: the sample essay stands in");
        return Files.readString(Path.of("src/main/resources/demo/essay.en.txt"));
    }

    private static String title() throws IOException {
        return Files.exists(BOOK) ? "Deception" : book().lines().findFirst().orElseThrow();
    }
}
