package org.bargardan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.ArrayList;
import org.bargardan.PackagedApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page to browse the REST paths, in a browser under the headers that the application sends.
@Tag("browser")
class ApiPageIT {

    private static final String LOGIN = "golnar.login";

    @TempDir private static Path folder;

    @Test
    void whoIsSignedInBrowsesThePathsForPrograms() {
        try (var chromium = new Chromium();
                var application =
                        PackagedApplication.on(folder.resolve("data"))
                                .with("BARGARDAN_ADMIN_USERNAME", LOGIN)
                                .with("BARGARDAN_ADMIN_PASSWORD", Desk.PASSWORD)
                                .start()) {
            var golnar = new Desk(chromium, Words.ENGLISH, application.address());
            var page = golnar.page();
            var failures = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    failures.add(message.text());
                }
            });
            var browse = application.address().resolve("swagger-ui/index.html").toString();
            page.navigate(browse);
            assertThat(page.locator("input[name=username]")).isVisible();
            golnar.signIn(LOGIN);
            failures.clear();
            page.navigate(browse);
            assertThat(page.locator(".info .title")).containsText("Bargardan");
            var matches =
                    page.locator(".opblock")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText("/api/v1/projects/{id}/matches"));
            assertThat(matches).isVisible();
            matches.locator(".opblock-summary-control").click();
            assertThat(matches.locator(".parameters").first()).containsText("minScore");
            assertThat(failures).isEmpty();
        }
    }
}
