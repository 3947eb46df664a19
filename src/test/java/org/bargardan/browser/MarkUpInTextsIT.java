package org.bargardan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bargardan.PackagedApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People, a project, files and every text named in mark-up that would run if a browser took it for
/// that.
@Tag("browser")
class MarkUpInTextsIT {

    /// Without a slash, to be the name of a file too.
    private static final String MARK_UP = "<img src=x onerror=harmed=1><svg onload=harmed=1>";

    private static final String TMX =
            "<tmx><tu><tuv xml:lang='en'><seg>%1$s</seg></tuv><tuv xml:lang='fa'><seg>%1$s</seg></tuv></tu></tmx>"
                    .formatted(MARK_UP.replace("<", "&lt;").replace(">", "&gt;"));

    @TempDir private static Path folder;

    @Test
    void noBrowserTakesAnybodysWordsForMarkUp() {
        var words = Words.ENGLISH;
        try (var chromium = new Chromium();
                var application = PackagedApplication.on(folder.resolve("data")).start()) {
            var golnar = new Desk(chromium, words, application.address());
            golnar.makeFirstAccount(application.oneTimeCode(), "golnar.login", MARK_UP);
            golnar.beginProject(MARK_UP);
            var sara = new Desk(chromium, words, application.address());
            var toSara = golnar.invite("translator");
            var toMina = golnar.invite("reviewer");
            sara.acceptInvitation(toSara, "sara.login", MARK_UP + " S");
            var mina = new Desk(chromium, words, application.address());
            mina.acceptInvitation(toMina, "mina.login", MARK_UP + " M");
            golnar.drop(MARK_UP + ".txt", MARK_UP + "\n\n" + MARK_UP + " again\n");
            golnar.page()
                    .locator("vaadin-upload input[type=file]")
                    .last()
                    .setInputFiles(
                            new FilePayload(
                                    MARK_UP + ".tmx",
                                    "application/xml",
                                    TMX.getBytes(StandardCharsets.UTF_8)));
            assertThat(golnar.page().getByText(words.of("memory.imported"))).isVisible();
            assertUnharmed(golnar);
            golnar.home();
            assertThat(golnar.page().locator("main")).containsText(MARK_UP);
            assertUnharmed(golnar);

            sara.openDocument(MARK_UP, 1);
            sara.activate(1);
            assertThat(sara.page().locator(".match").first()).containsText(MARK_UP + ".tmx");
            sara.write(1, MARK_UP);
            sara.activate(1);
            sara.page().getByLabel(words.of("comments.write")).fill(MARK_UP);
            sara.button("comments.say").click();
            assertThat(sara.page().locator(".say").first()).containsText(MARK_UP);
            assertUnharmed(sara);

            mina.openDocument(MARK_UP, 1);
            mina.link("editor.mode.review").click();
            assertThat(mina.row(1)).isVisible();
            mina.row(1).locator(".no").click();
            mina.button("client.review.return").click();
            mina.page().getByText(words.of("client.return.style")).click();
            mina.page().getByLabel(words.of("client.return.what")).fill(MARK_UP);
            mina.page().getByRole(AriaRole.FORM).getByRole(AriaRole.BUTTON).last().click();
            mina.assertStatus(1, "returned");
            assertUnharmed(mina);

            sara.openDocument(MARK_UP, 1);
            assertThat(sara.row(1).locator(".source")).containsText(MARK_UP);
            assertThat(sara.row(1).locator(".why")).containsText(MARK_UP);
            sara.activate(1);
            assertThat(sara.page().locator(".say").first()).containsText(MARK_UP);
            assertUnharmed(sara);
            sara.home();
            assertUnharmed(sara);
        }
    }

    private static void assertUnharmed(Desk desk) {
        assertThat(desk.page().evaluate("() => typeof window.harmed")).isEqualTo("undefined");
        assertThat(desk.page().locator("img[src=x], svg[onload]").count()).isZero();
    }
}
