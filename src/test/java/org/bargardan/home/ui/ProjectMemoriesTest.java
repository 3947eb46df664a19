package org.bargardan.home.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.bargardan.OnScreen;
import org.bargardan.memory.MemoryImport;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectMemoriesTest extends OnScreen {

    private static final String FILE =
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>It was night.</seg></tuv><tuv xml:lang="fa"><seg>شب بود.</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>It was night.</seg></tuv><tuv xml:lang="fa"><seg>شب بود.</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>a &b; c</seg></tuv><tuv xml:lang="fa"><seg>ب</seg></tuv></tu>
            """;

    @Autowired private MemoryImport memoryImport;

    @Test
    void aManagerBringsAMemoryInAndIsToldWhatBecameOfIt() {
        open(projectOfSara(ProjectRole.MANAGER));
        upload("night.tmx", FILE);
        assertThat(page())
                .contains(
                        "“night.tmx” is in: 1 of 3 units were kept.",
                        "In it more than once, and kept once: 1 unit.",
                        "Left out, for the reasons below: 1 unit.",
                        "night.tmx, line 4: The unit uses an abbreviation, “b”",
                        "night.tmx, line 4: The file breaks off here")
                .contains("Brought in from files", "night.tmx");
        assertThat(downloads()).isOne();
    }

    @Test
    void theOutcomeIsToldInPersianToo() {
        var project = projectOfSara(ProjectRole.MANAGER);
        UI.getCurrent().setLocale(java.util.Locale.of("fa"));
        open(project);
        upload("night.tmx", FILE);
        assertThat(page())
                .contains(
                        "«night.tmx» وارد شد: از ۳ واحد، ۱ واحد نگه داشته شد.",
                        "night.tmx، سطر ۴: واحد کوته‌نوشت «b» را به کار برده است");
    }

    @Test
    void aFileOfNoUseIsCalledThat() {
        open(projectOfSara(ProjectRole.MANAGER));
        upload("night.tmx", "It was night.");
        assertThat(page())
                .contains("Nothing of “night.tmx” could be kept.", "night.tmx: It is no TMX file.")
                .doesNotContain("Brought in from files");
    }

    @Test
    void othersSeeTheMemoryAndHaveNoWayInOrOut() throws IOException {
        var project = projectOfSara(ProjectRole.READER);
        memoryImport.importTmx(
                project,
                "night.tmx",
                new ByteArrayInputStream(FILE.getBytes(UTF_8)),
                collective.administrator());
        open(project);
        assertThat(page()).contains("Brought in from files", "night.tmx", "1 unit");
        assertThat(find(Upload.class).all()).isEmpty();
        assertThat(downloads()).isZero();
    }

    private void open(ProjectId project) {
        navigate(ProjectView.class, Map.of("project", project.value().toString()));
    }

    /// The project page has one for documents before it.
    private void upload(String name, String file) {
        test(find(Upload.class).all().getLast())
                .upload(name, "application/xml", file.getBytes(UTF_8));
        roundTrip();
    }

    private long downloads() {
        return find(Anchor.class).all().stream()
                .filter(link -> "night.tmx".equals(link.getElement().getAttribute("download")))
                .count();
    }
}
