package org.bargardan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs a copy of `./bargardan` in a built project whose path has spaces, with a JDK and a Maven
/// that only write down how they were called.
@Timeout(60)
class LauncherTest {

    private static final String SAYS_NOTHING = "#!/bin/sh\n";

    private static final String JAVA =
            """
            #!/bin/sh
            case $* in
                *jarmode*) for folder; do :; done; mkdir -p "$folder"; : >"$folder/bargardan.jar"; exit ;;
            esac
            printf '%s\\n' "$@" >"$CALLS/java"
            pwd >"$CALLS/folder"
            [ ! -e "$CALLS/output" ] || cat "$CALLS/output"
            [ ! -e "$CALLS/exit" ] || exit "$(cat "$CALLS/exit")"
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            [ "$1" != --version ] || { echo Apache Maven 3.8.7; exit; }
            printf '%s\\n' "$@" >>"$CALLS/mvn"
            echo "CHROMIUM=${CHROMIUM:-}" >>"$CALLS/mvn"
            while [ -e "$CALLS/wait" ]; do sleep 0.02; done
            : >target/bargardan.jar
            """;

    @TempDir private Path folder;
    private Path project;
    private Path caller;
    private Path calls;
    private Path tools;
    private Path jdk;

    @BeforeAll
    static void needsBash() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "bash"))),
                "the launcher is a bash script, and there is no bash here");
    }

    @BeforeEach
    void aBuiltProject() throws IOException {
        folder = folder.toRealPath();
        project = Files.createDirectories(folder.resolve("a project"));
        caller = Files.createDirectories(folder.resolve("where the caller is"));
        calls = Files.createDirectories(folder.resolve("calls"));
        tools = Files.createDirectories(folder.resolve("tools"));
        jdk = jdk(folder.resolve("jdk 25"), "25.0.3");
        for (var name : List.of("db", "src/main", "frontend", "target/app")) {
            Files.createDirectories(project.resolve(name));
        }
        Files.createFile(project.resolve("pom.xml"));
        var launcher =
                Files.readString(Path.of("bargardan"))
                        .replace("/usr/lib/jvm/", folder + "/none/")
                        .replace("/opt/", folder + "/none/")
                        .replace("/usr/libexec/", folder + "/none/");
        program(project.resolve("bargardan"), launcher);
        program(tools.resolve("mvn"), MAVEN);
        for (var name : List.of("java", "npm", "chromium")) {
            program(tools.resolve(name), SAYS_NOTHING);
        }
        program(tools.resolve("node"), "#!/bin/sh\necho v24.0.0\n");
        for (var jar : List.of("target/bargardan.jar", "target/app/bargardan.jar")) {
            Files.createFile(project.resolve(jar));
            changed(project.resolve(jar), Duration.ofHours(1));
        }
        for (var source : List.of("pom.xml", "db", "src/main", "frontend")) {
            changed(project.resolve(source), Duration.ofHours(2));
        }
    }

    @Test
    void serveIsWhatIsRunWithoutACommandOnTheProjectsDataFolder() throws Exception {
        assertThat(bargardan().exitCode).isZero();
        assertThat(call("java"))
                .containsSubsequence(
                        "-jar",
                        project.resolve("target/app/bargardan.jar").toString(),
                        "--bargardan.data=" + project.resolve("data"))
                .noneMatch(argument -> argument.startsWith("--server."));
        assertThat(calls.resolve("mvn")).doesNotExist();
    }

    @Test
    void theOptionsOfServeReachTheServer() throws Exception {
        bargardan("serve", "--port", "8100", "--host=::", "--data", "my texts");
        assertThat(call("java"))
                .endsWith(
                        "--server.port=8100",
                        "--server.address=::",
                        "--bargardan.data=" + caller.resolve("my texts"));
        bargardan("--port=0", "--data=/srv/texts");
        assertThat(call("java")).endsWith("--server.port=0", "--bargardan.data=/srv/texts");
    }

    @Test
    void demoKeepsItsDataApart() throws Exception {
        bargardan("demo", "--port=8101");
        assertThat(call("java"))
                .endsWith(
                        "--server.port=8101",
                        "--bargardan.data=" + project.resolve("data/demo"),
                        "--bargardan.demo=true");
    }

    @Test
    void aSymbolicLinkToTheLauncherWillDo() throws Exception {
        var link = Files.createSymbolicLink(caller.resolve("b"), Path.of("../a project/bargardan"));
        assertThat(run(environment(), link.toString()).exitCode).isZero();
        assertThat(call("java")).endsWith("--bargardan.data=" + project.resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --prot 1",
                "--verbose",
                "demo texts",
                "--port",
                "--data=",
                "--port 80a",
                "--port 65536",
                "format all",
                "bench everything",
                "backup",
                "backup --data texts",
                "backup a.zip b.zip",
                "backup --port 1 a.zip",
                "restore a.zip --data",
                "restore a.zip --data=",
                "sreve"
            })
    void whatItDoesNotUnderstandItRefusesInOneLine(String line) throws Exception {
        var run = bargardan(line.split(" "));
        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).startsWith("bargardan: ").hasLineCount(1);
        assertThat(calls).isEmptyDirectory();
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        var environment = environment();
        environment.remove("JAVA_HOME");
        var run = run(environment, project.resolve("bargardan").toString());
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.err).startsWith("bargardan: no JDK 25").hasLineCount(1);
    }

    @Test
    void aJdk25IsFoundBesideAnOlderOneInJavaHome() throws Exception {
        var environment = environment();
        environment.put("JAVA_HOME", jdk(folder.resolve("jdk 17"), "17.0.15").toString());
        Files.createDirectories(folder.resolve(".sdkman/candidates/java"));
        Files.move(jdk, folder.resolve(".sdkman/candidates/java/25.0.3-tem"));
        assertThat(run(environment, project.resolve("bargardan").toString()).exitCode).isZero();
        assertThat(call("java")).isNotEmpty();
    }

    @Test
    void quickTestsAreThoseWithoutBrowserAndPostgres() throws Exception {
        assertThat(bargardan("test", "quick").exitCode).isZero();
        assertThat(call("mvn"))
                .contains(
                        "test", "-Dtests.excluded=postgres,browser,load,peers,gold-long,kill,bench")
                .doesNotContain("verify", "--quiet");
    }

    @Test
    void testRunsEverythingAndSaysWhichChromium() throws Exception {
        assertThat(bargardan("test").exitCode).isZero();
        assertThat(call("mvn"))
                .contains("verify", "CHROMIUM=" + tools.resolve("chromium"))
                .noneMatch(argument -> argument.startsWith("-Dtest"));
    }

    @Test
    void aGroupThatNeverRunsByItselfRunsAlone() throws Exception {
        bargardan("test", "kill");
        assertThat(call("mvn")).contains("verify", "-Dgroups=kill", "-Dtests.excluded=");
    }

    @Test
    void aBenchmarkIsRunByItsNameAndAllWithoutOne() throws Exception {
        bargardan("bench", "save");
        assertThat(call("mvn")).contains("verify", "-Dgroups=bench", "-Dit.test=SaveBenchIT");
        bargardan("bench");
        assertThat(call("mvn")).contains("-Dit.test=*BenchIT");
    }

    @Test
    void aTestIsRunByItsName() throws Exception {
        bargardan("test", "LauncherTest", "-Dx=y");
        assertThat(call("mvn")).containsSubsequence("test", "-Dtest=LauncherTest", "-Dx=y");
    }

    @Test
    void segmentRunsWhereTheCallerIsAndHandsBackOutputAndExitCode() throws Exception {
        Files.writeString(calls.resolve("exit"), "3");
        Files.writeString(calls.resolve("output"), "سلام.\n");
        var run = bargardan("segment", "--lang", "fa", "a text.txt");
        assertThat(run.exitCode).isEqualTo(3);
        assertThat(run.out).isEqualTo("سلام.\n");
        assertThat(call("java"))
                .endsWith("org.bargardan.cli.Bargardan", "segment", "--lang", "fa", "a text.txt");
        assertThat(call("folder")).containsExactly(caller.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore"})
    void aBackupIsNamedFromWhereTheCallerIsAndTheDataAsForServe(String command) throws Exception {
        Files.writeString(calls.resolve("exit"), "1");
        assertThat(bargardan(command, "a backup.zip").exitCode).isEqualTo(1);
        assertThat(call("java"))
                .endsWith(
                        "org.bargardan.backup.BackupCommand",
                        command,
                        caller.resolve("a backup.zip").toString(),
                        "--bargardan.data=" + project.resolve("data"));
        bargardan(command, "--data", "my texts", "/srv/a.zip");
        assertThat(call("java")).endsWith("/srv/a.zip", "--bargardan.data=" + caller + "/my texts");
        bargardan(command, "/srv/a.zip", "--data=/srv/texts");
        assertThat(call("java")).endsWith("/srv/a.zip", "--bargardan.data=/srv/texts");
    }

    @Test
    void aNewerSourceIsBuiltFirstAndSaysSoOnStandardErrorOnly() throws Exception {
        makeASourceNewer();
        var run = bargardan("segment", "a text.txt");
        assertThat(run.exitCode).isZero();
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains("bargardan: building");
        assertThat(call("mvn")).contains("package");
        assertThat(project.resolve("target/app/bargardan.jar")).exists();
    }

    @Test
    void aDeletedSourceIsBuiltToo() throws Exception {
        changed(project.resolve("src/main"), Duration.ofMinutes(30));
        bargardan();
        assertThat(call("mvn")).contains("package");
    }

    @Test
    void ofTwoBuildsAtOnceTheSecondWaitsAndFindsTheWorkDone() throws Exception {
        makeASourceNewer();
        Files.createFile(calls.resolve("wait"));
        var first = start(environment(), project.resolve("bargardan").toString());
        await().until(() -> Files.exists(calls.resolve("mvn")));
        var second = start(environment(), project.resolve("bargardan").toString());
        assertThat(second.errorReader(UTF_8).readLine()).contains("another build");
        Files.delete(calls.resolve("wait"));
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(call("mvn")).containsOnlyOnce("package");
    }

    @Test
    void helpFitsOnAScreen() throws Exception {
        var run = bargardan("help");
        assertThat(run.exitCode).isZero();
        assertThat(run.out)
                .contains("demo", "dev", "backup", "restore", "test", "format", "segment");
        assertThat(run.out.lines()).hasSizeLessThanOrEqualTo(25);
        assertThat(bargardan("serve", "--help")).isEqualTo(run);
    }

    private void makeASourceNewer() throws IOException {
        Files.createFile(project.resolve("src/main/New.java"));
        changed(project.resolve("src/main/New.java"), Duration.ofMinutes(30));
        changed(project.resolve("src/main"), Duration.ofMinutes(30));
    }

    private static void changed(Path file, Duration ago) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    private List<String> call(String tool) throws IOException {
        return Files.readAllLines(calls.resolve(tool));
    }

    private Run bargardan(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(project.resolve("bargardan").toString()));
        command.addAll(List.of(arguments));
        return run(environment(), command.toArray(String[]::new));
    }

    private Map<String, String> environment() {
        var builder = new ProcessBuilder();
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("BARGARDAN_"));
        environment.keySet().removeAll(List.of("CHROMIUM", "SDKMAN_DIR", "MAVEN_OPTS"));
        environment.put("CALLS", calls.toString());
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", jdk.toString());
        environment.merge("PATH", tools.toString(), (old, own) -> own + ":" + old);
        return environment;
    }

    private Process start(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).directory(caller.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Run run(Map<String, String> environment, String... command) throws Exception {
        var process = start(environment, command);
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path jdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        program(folder.resolve("bin/java"), JAVA);
        program(folder.resolve("bin/javac"), SAYS_NOTHING);
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private record Run(int exitCode, String out, String err) {}
}
