package org.bargardan.base.rest;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a parameter that is one of a few words.
public final class Choice {

    private Choice() {}

    /// @throws RequestProblem naming the words, if the parameter is missing or another
    public static <T> T read(
            String parameter, @Nullable String value, T[] options, Function<T, String> key) {
        return read(parameter, value, Arrays.asList(options), key);
    }

    /// @throws RequestProblem naming the words, if the parameter is missing or another
    public static <T> T read(
            String parameter, @Nullable String value, List<T> options, Function<T, String> key) {
        return options.stream()
                .filter(option -> key.apply(option).equals(value))
                .findFirst()
                .orElseThrow(
                        () -> RequestProblem.of(parameter, options.stream().map(key).toList()));
    }
}
