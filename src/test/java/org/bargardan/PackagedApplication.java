package org.bargardan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged jar running as a process of its own, on a free port and with its own data folder;
/// it can be killed and started again on what it left.
///
/// ```java
/// try (var app = PackagedApplication.on(folder).option("--bargardan.demo=true").start()) {
///     browser.open(app.address());
///     app.kill();
///     app.restartOnSameData();
/// }
/// ```
public final class PackagedApplication implements AutoCloseable {

    private static final Pattern RUNNING = Pattern.compile("is running at (http://\\S+/)");
    private static final Pattern CODE = Pattern.compile("one-time code (\\S+)");
    private static final int PATIENCE_SECONDS = 120;

    /// Starts three times as fast so, which counts more than speed an hour later.
    private static final List<String> SOON_STARTED =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx768m",
                    "--enable-native-access=ALL-UNNAMED");

    private final Setup setup;
    private final StringBuffer output = new StringBuffer();
    private Process process;
    private URI address;
    private int startOfOutput;

    private PackagedApplication(Setup setup) {
        this.setup = setup;
        restartOnSameData();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /// Prepares a start on that data folder, which need not exist.
    public static Setup on(Path data) {
        return new Setup(data);
    }

    /// What a start is given besides the data folder.
    public static final class Setup {

        private final Path data;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> options = new ArrayList<>();
        private List<String> javaOptions = SOON_STARTED;

        private Setup(Path data) {
            this.data = data;
        }

        /// Sets a variable of the environment, such as `BARGARDAN_ADMIN_USERNAME`.
        public Setup with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /// Adds an argument, such as `--bargardan.demo=true`.
        public Setup option(String option) {
            options.add(option);
            return this;
        }

        /// Gives Java these options instead of those with which it starts soon; `java()` alone is
        /// how the launcher runs it.
        public Setup java(String... options) {
            javaOptions = List.of(options);
            return this;
        }

        /// Returns when the address is printed and answers.
        public PackagedApplication start() {
            return new PackagedApplication(this);
        }
    }

    /// Ends with a slash; another one after each restart.
    public URI address() {
        return address;
    }

    /// Everything printed so far, over all starts.
    public String output() {
        return output.toString();
    }

    /// The code printed at the last start, which makes the administrator's account.
    public String oneTimeCode() {
        return CODE.matcher(output.substring(startOfOutput))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new IllegalStateException("no one-time code in:\n" + output));
    }

    /// The number by which the system knows it.
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /// Ends it as a power cut of the process would (SIGKILL): nothing of it gets to tidy up.
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /// Starts it once more with the same setup, after [#kill] or [#close].
    public void restartOnSameData() {
        startOfOutput = output.length();
        var found = new CompletableFuture<String>();
        try {
            process = command().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reader = process.inputReader(UTF_8);
        // Read to its end, or the application stops at a full pipe.
        Thread.ofVirtual()
                .start(() -> {
                    reader.lines()
                            .forEach(line -> {
                                output.append(line).append('\n');
                                // The announcement ends with an empty line.
                                if (line.isEmpty()) {
                                    RUNNING.matcher(output.substring(startOfOutput))
                                            .results()
                                            .map(match -> match.group(1))
                                            .forEach(found::complete);
                                }
                            });
                    found.cancel(false);
                });
        try {
            address = URI.create(found.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (Exception e) {
            kill();
            throw new IllegalStateException(
                    "the application did not start:\n" + output.substring(startOfOutput), e);
        }
    }

    /// Asks it to stop in order (SIGTERM), as a service's keeper does, and does not wait.
    public void askToStop() {
        // Process.destroy would close the output under its reader.
        process.toHandle().destroy();
    }

    /// Stops it in order.
    @Override
    public void close() {
        askToStop();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }

    /// Another main class of the same jar, as the launcher runs it, on that data folder.
    public static ProcessBuilder command(String mainClass, Path data, String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(SOON_STARTED);
        command.addAll(List.of("-cp", Unpacked.JAR.toString(), mainClass));
        command.addAll(List.of(arguments));
        command.add("--bargardan.data=" + data);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("BARGARDAN_"));
        return builder;
    }

    private ProcessBuilder command() {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(setup.javaOptions);
        command.addAll(List.of("-jar", Unpacked.JAR.toString()));
        command.addAll(List.of("--server.port=0", "--server.address=127.0.0.1"));
        command.addAll(setup.options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BARGARDAN_"));
        builder.environment().put("BARGARDAN_DATA", setup.data.toString());
        builder.environment().putAll(setup.environment);
        return builder;
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    /// The jar beside its libraries, as the launcher runs it; unpacked once for all tests.
    private static final class Unpacked {

        static final Path JAR = unpack();

        private static Path unpack() {
            var jar =
                    Path.of(System.getProperty("bargardan.jar", "target/bargardan.jar"))
                            .toAbsolutePath();
            var folder = jar.resolveSibling("app-under-test");
            try {
                var extraction =
                        new ProcessBuilder(
                                        java(),
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--force",
                                        "--destination",
                                        folder.toString())
                                .redirectErrorStream(true)
                                .start();
                var output = new String(extraction.getInputStream().readAllBytes(), UTF_8);
                if (extraction.onExit().join().exitValue() != 0) {
                    throw new IllegalStateException("cannot unpack " + jar + ":\n" + output);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return folder.resolve(jar.getFileName());
        }
    }
}
