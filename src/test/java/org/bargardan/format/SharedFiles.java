package org.bargardan.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Test data that is not ours to publish and lies beside the project where it is present.
public final class SharedFiles {

    private SharedFiles() {}

    /// The file or folder; without it the test is skipped, saying so.
    public static Path path(String name) {
        Path path = Path.of("..", "shared").resolve(name);
        assumeTrue(Files.exists(path), "SKIPPED: there is no ../shared/" + name + " here");
        return path;
    }
}
