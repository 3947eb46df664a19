package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bargardan.format.HostileFiles.Tally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another seed with `-Dseed=…`, another number with `-Dfiles=…`.
class HostileFilesTest {

    private static final long SEED = Long.getLong("seed", 20_260_101);
    private static final int FILES = Integer.getInteger("files", 300);
    private static final int MANY_FILES = Integer.getInteger("files", 5_000);
    private static final int PDFS = Integer.getInteger("files", 200);
    private static final int MANY_PDFS = Integer.getInteger("files", 2_000);
    private static final int MANY_OFFICE_FILES = Integer.getInteger("files", 2_000);
    private static final int PAGES = Integer.getInteger("files", 200);
    private static final int MANY_PAGES = Integer.getInteger("files", 2_000);
    private static final int LARGE_FILES = 12;

    @Test
    @Timeout(60)
    void damagedMemoriesDoNoHarmAndKeepWhatStandsBeforeTheDamage() {
        var tally = new HostileFiles(SEED).tmx(FILES);
        assertThat(tally.files()).isEqualTo(FILES);
        assertMostPastDetection(tally);
        assertThat(tally.unitsRead()).isGreaterThan(FILES);
    }

    @Test
    @Timeout(60)
    void damagedTextsDoNoHarmAndComeBackAsTheyWere() {
        var tally = new HostileFiles(SEED).text(FILES);
        assertThat(tally.files()).isEqualTo(FILES);
        assertMostPastDetection(tally);
    }

    @Test
    @Timeout(120)
    void damagedPdfsDoNoHarm() {
        var tally = new HostilePdfs(SEED).read(PDFS);
        assertThat(tally.read()).as("-Dseed=%d", SEED).isGreaterThan(PDFS / 10);
    }

    @Test
    @Timeout(120)
    void damagedOfficeFilesDoNoHarm() {
        var tally = new HostileOffice(SEED).read(FILES);
        assertThat(tally.read()).as("-Dseed=%d", SEED).isGreaterThan(FILES / 5);
        assertThat(tally.written()).as("-Dseed=%d", SEED).isGreaterThan(tally.read() * 9 / 10);
    }

    @Test
    @Tag("load")
    void thousandsOfOfficeFilesNeedNoMoreThanHalfAGigabyte() throws Exception {
        var output =
                inAJavaOfItsOwn(
                        HostileOffice.class,
                        "-Xmx512m",
                        Long.toString(SEED),
                        "" + MANY_OFFICE_FILES);
        System.out.println(output.lines().toList().getLast());
        assertThat(output).contains("office Tally[files=" + MANY_OFFICE_FILES);
    }

    @ParameterizedTest
    @Tag("load")
    @ValueSource(strings = {"docx", "odt"})
    void aThousandPagesNeedNoMoreThanHalfAGigabyte(String format) throws Exception {
        var output = inAJavaOfItsOwn(LongBook.class, "-Xmx512m", format);
        System.out.println(output.lines().toList().getLast());
        assertThat(output).contains("Written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "epub"})
    @Timeout(240)
    void damagedPagesDoNoHarm(String kind) {
        var tally = new HostilePages(SEED).read(kind, PAGES);
        assertThat(tally.read()).as("-Dseed=%d", SEED).isGreaterThan(PAGES / 5);
        assertThat(tally.written()).as("-Dseed=%d", SEED).isEqualTo(tally.read());
        // A page at the limit may be beyond it with words that are longer.
        assertThat(tally.readAgain())
                .as("-Dseed=%d", SEED)
                .isGreaterThanOrEqualTo(tally.read() * 99 / 100);
    }

    @Test
    @Tag("load")
    void thousandsOfPagesNeedNoMoreThanHalfAGigabyte() throws Exception {
        var output =
                inAJavaOfItsOwn(
                        HostilePages.class, "-Xmx512m", Long.toString(SEED), "" + MANY_PAGES);
        var tallies = output.lines().filter(line -> line.contains("Tally")).toList();
        System.out.println(String.join("\n", tallies));
        assertThat(tallies).hasSize(3);
    }

    @Test
    @Tag("load")
    void thousandsOfPdfsNeedNoMoreThanHalfAGigabyte() throws Exception {
        var output =
                inAJavaOfItsOwn(HostilePdfs.class, "-Xmx512m", Long.toString(SEED), "" + MANY_PDFS);
        System.out.println(output);
        assertThat(output).contains("pdf Tally[files=" + MANY_PDFS);
    }

    @Test
    @Tag("load")
    void thousandsOfThemNeedNoMoreThanHalfAGigabyte() throws Exception {
        var output =
                inAJavaOfItsOwn(
                        HostileFiles.class, "-Xmx512m", Long.toString(SEED), "" + MANY_FILES);
        System.out.println(output);
        assertThat(output.lines())
                .anySatisfy(line -> assertThat(line).startsWith("tmx Tally[files=" + MANY_FILES))
                .anySatisfy(line -> assertThat(line).startsWith("text Tally[files=" + MANY_FILES))
                .anySatisfy(
                        line -> assertThat(line).startsWith("large Tally[files=" + LARGE_FILES));
        assertThat(output.lines().filter(line -> !line.startsWith("large")))
                .allSatisfy(line ->
                        assertThat(number(line, "pastDetection")).isGreaterThan(MANY_FILES / 2));
    }

    private static void assertMostPastDetection(Tally tally) {
        assertThat(tally.pastDetection()).as("-Dseed=%d", SEED).isGreaterThan(FILES / 2);
    }

    private static int number(String line, String name) {
        return Integer.parseInt(line.replaceFirst(".*\\b" + name + "=(\\d+).*", "$1"));
    }

    private static String inAJavaOfItsOwn(Class<?> program, String option, String... arguments)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add(option);
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(java.util.List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
