package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bargardan.format.FormatProblem.Kind;

/// A TMX file as [TmxReader] reads it, all of it at hand.
public record ReadTmx(
        TmxReading reading,
        List<TmxUnit> units,
        List<Integer> lines,
        List<FormatProblem> problems) {

    public static ReadTmx of(byte[] file, TmxLimits limits) {
        var units = new ArrayList<TmxUnit>();
        var lines = new ArrayList<Integer>();
        var problems = new ArrayList<FormatProblem>();
        var listener =
                new TmxListener() {
                    @Override
                    public void unit(TmxUnit unit, int line) {
                        units.add(unit);
                        lines.add(line);
                    }

                    @Override
                    public void problem(FormatProblem problem) {
                        problems.add(problem);
                    }
                };
        try {
            var reading = new TmxReader(limits).read(new ByteArrayInputStream(file), listener);
            return new ReadTmx(reading, units, lines, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ReadTmx of(byte[] file) {
        return of(file, TmxLimits.DEFAULT);
    }

    public static ReadTmx of(String file) {
        return of(file.getBytes(UTF_8));
    }

    public List<Kind> kinds() {
        return problems.stream().map(FormatProblem::kind).toList();
    }

    /// The texts of all variants, unit by unit.
    public List<List<String>> texts() {
        return units.stream()
                .map(unit -> unit.variants().stream().map(TmxVariant::text).toList())
                .toList();
    }

    public static byte[] packed(byte[] file) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
