package org.bargardan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bargardan.PackagedApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A damaged text and a PDF go through the three steps of import.
@Tag("browser")
class ImportIT {

    private static final String BRIDGE =
            "پل كهنه\n\nاو مي گفت پل هاي شهر را مي شناسد. كسي باور نمي كرد.\n\nشب بود.\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void whatIsSwitchedOffOrTypedIsWhatIsImported(String language) {
        var words = language.equals("fa") ? Words.PERSIAN : Words.ENGLISH;
        try (var chromium = new Chromium();
                var application = PackagedApplication.on(folder.resolve("data")).start()) {
            var golnar = new Desk(chromium, words, application.address());
            golnar.makeFirstAccount(application.oneTimeCode(), "golnar.login", "Golnar");
            golnar.beginPersianProject("Bridges");
            golnar.page().waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}"));
            var project = golnar.page().url();
            golnar.choose("bridge.txt", BRIDGE);
            var page = golnar.page();
            var repaired = page.locator("repair-sheet .after-side .t");
            assertThat(repaired.first()).hasText("پل کهنه");
            int before = marks(page);

            rule(page, words.of("repair.rule.arabic-letters")).uncheck();
            assertThat(repaired.first()).hasText("پل كهنه");
            rule(page, words.of("repair.rule.arabic-letters")).check();
            assertThat(repaired.first()).hasText("پل کهنه");
            assertThat(marks(page)).isEqualTo(before);

            page.locator("repair-sheet .a").first().click();
            page.locator(".repair-note button").click();
            assertThat(repaired.first()).hasText("پل كهنه");
            assertThat(page.locator("repair-sheet .kept").first()).isVisible();

            page.locator("repair-sheet .before-after").last().hover();
            page.locator("repair-sheet .pen").last().click();
            page.locator("repair-sheet textarea").fill("روز بود.");
            page.locator("repair-sheet .write-over .primary").click();
            assertThat(repaired.last()).hasText("روز بود.");

            golnar.button("import.to-segments").click();
            assertThat(page.locator("cut-sheet .cut-row")).hasCount(3);
            golnar.button("import.import").click();
            page.waitForURL(Pattern.compile(".*/documents/.*"));
            assertThat(page.locator("segment-row").first()).containsText("پل كهنه");
            assertThat(page.locator("segment-row").last()).containsText("روز بود.");

            page.navigate(project);
            golnar.choose("footnotes.pdf", Path.of("src/test/resources/format/pdf/footnotes.pdf"));
            assertThat(page.locator("repair-sheet .before-after").first()).isVisible();
            golnar.button("import.back-to-file").click();
            assertThat(page.locator(".page-picture img")).isVisible();
            assertThat(
                            (Boolean)
                                    page.locator(".page-picture img")
                                            .evaluate(
                                                    "image => image.decode()"
                                                            + ".then(() => image.naturalWidth > 500)"))
                    .isTrue();
            assertThat(golnar.violations()).isEmpty();
        }
    }

    /// How many repairs the page says there are.
    private static int marks(Page page) {
        return page.locator(".rules .n").allTextContents().stream()
                .mapToInt(text ->
                        Integer.parseInt(
                                text.codePoints()
                                        .filter(Character::isDigit)
                                        .map(digit -> Character.digit(digit, 10))
                                        .collect(
                                                StringBuilder::new,
                                                StringBuilder::append,
                                                StringBuilder::append)
                                        .toString()))
                .sum();
    }

    private static Locator rule(Page page, String title) {
        return page.getByRole(
                AriaRole.SWITCH, new Page.GetByRoleOptions().setName(title).setExact(true));
    }
}
