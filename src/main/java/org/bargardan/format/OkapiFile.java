package org.bargardan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.EventType;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.StartSubDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.common.resource.TextFragment;
import org.bargardan.format.FormatProblem.Kind;

/// A file as an Okapi filter reads and writes it.
///
/// - **Input**: bytes that were looked through before, as most filters take what they get.
/// - The file lies in a folder of its own, that only this process may read, until it is closed:
///   filters of archives cannot do without. What the filter stumbles over is told as
///   [Kind#DOCUMENT_DAMAGED].
/// - One thread; a filter is made anew for each run.
final class OkapiFile implements AutoCloseable {

    /// Source and target alike, so that filters change nothing for the sake of a language; that is
    /// left to the formats here, which know what was translated.
    private static final LocaleId LANGUAGE = LocaleId.ENGLISH;

    private final Supplier<? extends IFilter> filters;
    private final Path folder;
    private final Path file;

    /// @param name of the file, for filters that look at its end
    OkapiFile(Supplier<? extends IFilter> filters, byte[] bytes, String name) throws IOException {
        this.filters = filters;
        folder = Files.createTempDirectory("bargardan-format");
        file = folder.resolve(name);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /// A unit of the filter.
    ///
    /// @param key the part of the file and Okapi's id, with a number after it if that comes twice;
    ///   stable while the filter and its settings are
    record Unit(String key, String part, ITextUnit unit) {

        TextFragment source() {
            return unit.getSource().getUnSegmentedContentCopy();
        }
    }

    /// In the filter's order, in which what lies within a unit may come before or after it.
    List<Unit> units() throws RefusedFile {
        var units = new ArrayList<Unit>();
        run(event -> {}, units::add);
        return units;
    }

    /// The file with other words.
    ///
    /// @param targets says what is written for a unit; nothing keeps its source
    byte[] written(Function<Unit, Optional<TextFragment>> targets) throws RefusedFile {
        var out = new ByteArrayOutputStream();
        try (var filter = filters.get();
                var writer = filter.createFilterWriter()) {
            writer.setOptions(LANGUAGE, "UTF-8");
            writer.setOutput(out);
            run(
                    filter,
                    writer::handleEvent,
                    unit ->
                            targets.apply(unit)
                                    .ifPresent(target ->
                                            unit.unit.setTarget(
                                                    LANGUAGE, new TextContainer(target))));
        }
        return out.toByteArray();
    }

    private void run(Told<Event> events, Told<Unit> units) throws RefusedFile {
        try (var filter = filters.get()) {
            run(filter, events, units);
        }
    }

    /// Told of something, unit or event, before the next one is read.
    @FunctionalInterface
    private interface Told<T> {
        void of(T thing);
    }

    private void run(IFilter filter, Told<Event> events, Told<Unit> units) throws RefusedFile {
        var numbers = new HashMap<String, Integer>();
        String part = "";
        try (var document = new RawDocument(file.toUri(), "UTF-8", LANGUAGE, LANGUAGE)) {
            filter.open(document);
            while (filter.hasNext()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new FileFormat.InterruptedReading();
                }
                Event event = filter.next();
                if (event.getEventType() == EventType.START_SUBDOCUMENT
                        && event.getResource() instanceof StartSubDocument start) {
                    part = part(start);
                } else if (event.getEventType() == EventType.TEXT_UNIT) {
                    var unit = event.getTextUnit();
                    units.of(new Unit(key(part, unit, numbers), part, unit));
                }
                events.of(event);
            }
        } catch (FileFormat.InterruptedReading e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever a filter stumbles over in a damaged file says only that it is damaged.
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
        }
    }

    /// The name within the archive; filters put the path of the archive before it.
    private String part(StartSubDocument start) {
        String name = start.getName() == null ? "" : start.getName();
        String archive = file.toUri().getPath() + "/";
        return name.startsWith(archive) ? name.substring(archive.length()) : name;
    }

    private static String key(String part, ITextUnit unit, Map<String, Integer> numbers) {
        String key = part.isEmpty() ? unit.getId() : part + "#" + unit.getId();
        int number = numbers.merge(key, 1, Integer::sum);
        return number == 1 ? key : key + "/" + number;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
        }
        Files.delete(folder);
    }
}
