package org.bargardan.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bargardan.PackagedApplication;
import org.bargardan.bench.Figures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much of the server's heap each further person costs who is signed in and has a document open
/// in the editor, in a browser of their own. `./bargardan bench editors`
@Tag("bench")
class EditorsBenchIT {

    private static final int EDITORS = 20;
    private static final int SEGMENTS = 500;
    private static final String PROJECT = "Measured";
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    @TempDir private Path folder;
    private final Figures figures = new Figures("editors");

    @Test
    void memoryOfTwentyPeopleWithOneDocumentOpen() throws Exception {
        try (var app =
                        PackagedApplication.on(folder.resolve("data"))
                                .java("--enable-native-access=ALL-UNNAMED")
                                .start();
                var chromium = new Chromium()) {
            var golnar = new Desk(chromium, Words.ENGLISH, app.address());
            golnar.makeFirstAccount(app.oneTimeCode(), "golnar.login", "Golnar");
            golnar.beginProject(PROJECT);
            golnar.drop("book.txt", "The lamp in our room was still burning. ".repeat(SEGMENTS));
            // Classes, caches and the first session are paid for before anything is measured.
            golnar.openDocument(PROJECT, 1);
            long before = liveBytes(app);
            for (int i = 0; i < EDITORS; i++) {
                var desk = new Desk(chromium, Words.ENGLISH, app.address());
                desk.signIn("golnar.login");
                desk.openDocument(PROJECT, 1);
            }
            long after = liveBytes(app);
            assertThat(after).isGreaterThan(before);
            figures.say(
                    "%d editors of a document with %d segments: live heap %.1f MB before, %.1f MB"
                            + " after, %.2f MB each",
                    EDITORS, SEGMENTS, before / 1e6, after / 1e6, (after - before) / 1e6 / EDITORS);
        }
    }

    /// Collects all garbage first, as the histogram counts only what is reachable.
    private static long liveBytes(PackagedApplication app) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(jcmd, String.valueOf(app.pid()), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        var histogram = new String(process.getInputStream().readAllBytes(), UTF_8);
        var total = TOTAL.matcher(histogram);
        assertThat(total.find()).as(histogram).isTrue();
        return Long.parseLong(total.group(1));
    }
}
