package org.bargardan.format;

import static org.bargardan.format.FormatProblem.codePointName;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.TmxPieces.Piece;
import org.bargardan.format.TmxPieces.Place;
import org.bargardan.format.XmlCharacters.Passed;
import org.jspecify.annotations.Nullable;

/// Reads a translation memory from TMX 1.1 to 1.4b, unit by unit, and every unit that can be read
/// from a file that is damaged or made to do harm.
///
/// - **Input**: XML in any charset it declares, or a gzip archive of it.
/// - **Output**: units in their order, to a [TmxListener]; what [TmxWriter] wrote comes back equal
///   but for the numbers of codes, which are those of the file. Memory use is that of one unit.
/// - **Languages**: every variant names its own, as `xml:lang` or the older `lang`, so it does not
///   matter whether header or unit name a `srclang`, or `*all*`.
/// - **Mended and told**: characters no XML may hold are left out; `&` and `<` that were not
///   escaped are taken for text; elements of other formats leave their text.
/// - **Left out and told**: a unit that is not well-formed, refers to an entity, has bytes of
///   another charset, no variant in a language that can be told, or exceeds the [TmxLimits].
/// - **Never**: a document type is read over; nothing is fetched, no entity expanded.
/// - **Source**: LISA OSCAR, TMX 1.4b Specification, 2005. Keeps nothing between calls.
public final class TmxReader {

    /// As much as [FileSignatures] looks at.
    private static final int HEAD = 1024;

    private final TmxLimits limits;

    public TmxReader(TmxLimits limits) {
        this.limits = limits;
    }

    /// Reads a file to its end, or to a limit.
    ///
    /// @throws IOException if the stream itself fails, never for what it holds
    public TmxReading read(InputStream file, TmxListener listener) throws IOException {
        var buffered = new BufferedInputStream(file);
        boolean packed = BoundedUnpacking.isArchive(head(buffered));
        var bounded = new BoundedUnpacking(buffered, packed, limits);
        var bytes = new BufferedInputStream(bounded);
        var otherKind = FileSignatures.reason(head(bytes));
        if (otherKind.isPresent()) {
            listener.problem(
                    bounded.problem()
                            .orElseGet(() -> new Detection.NotText(otherKind.get()).problem()));
            return new TmxReading(null, 0, 0);
        }
        return new Run(new XmlCharacters(bytes), bounded, listener).read();
    }

    private static byte[] head(BufferedInputStream file) throws IOException {
        file.mark(HEAD);
        byte[] head = file.readNBytes(HEAD);
        file.reset();
        return head;
    }

    /// The reading of one file.
    private final class Run {

        private final XmlCharacters characters;
        private final BoundedUnpacking bytes;
        private final TmxListener listener;
        private final TmxPieces pieces;
        private final TmxUnitParser parser = new TmxUnitParser(limits);
        private @Nullable TmxHeader header;
        private int units;
        private int leftOut;

        Run(XmlCharacters characters, BoundedUnpacking bytes, TmxListener listener) {
            this.characters = characters;
            this.bytes = bytes;
            this.listener = listener;
            pieces = new TmxPieces(characters, limits.maxUnitLength());
        }

        TmxReading read() throws IOException {
            boolean prologue = true;
            Piece piece;
            while ((piece = pieces.next()) != null) {
                if (prologue) {
                    tellOfPrologue();
                    prologue = false;
                }
                if (units + leftOut == limits.maxUnits()) {
                    listener.problem(here().problem(Kind.TOO_MANY_UNITS, limits.maxUnits()));
                    return new TmxReading(header, units, leftOut);
                }
                Passed illegal = characters.takeIllegal();
                Passed broken = characters.takeBroken();
                switch (piece) {
                    case Piece.Header(String text, Place place) -> readHeader(text, place);
                    case Piece.Unit(String text, Place place) ->
                            readUnit(text, place, illegal, broken);
                    case Piece.Damaged(FormatProblem problem) -> damaged(problem);
                }
            }
            tellOfEnd();
            return new TmxReading(header, units, leftOut);
        }

        private Place here() {
            return new Place(characters.line(), Math.max(1, characters.column()));
        }

        private void tellOfPrologue() {
            characters.charsetProblem().ifPresent(listener::problem);
            var entities = pieces.entities();
            if (entities != null) {
                listener.problem(entities.problem(Kind.ENTITIES_IGNORED));
            }
        }

        private void tellOfEnd() {
            var endedEarly = bytes.problem();
            if (endedEarly.isPresent()) {
                var problem = endedEarly.get();
                listener.problem(
                        new FormatProblem(
                                characters.line(),
                                characters.column(),
                                problem.kind(),
                                problem.arguments()));
            } else if (units + leftOut == 0 && !pieces.rootSeen()) {
                listener.problem(FormatProblem.ofFile(Kind.NOT_TMX));
            } else if (!pieces.endSeen()) {
                listener.problem(here().problem(Kind.CUT_OFF));
            }
        }

        private void readHeader(String text, Place place) {
            if (XmlRepair.of(text, place) instanceof XmlRepair.Result.Mended(var mended, var _)) {
                header = parser.header(mended).orElse(null);
            }
            if (header == null) {
                listener.problem(place.problem(Kind.DAMAGED_HEADER));
            }
        }

        private void damaged(FormatProblem problem) {
            listener.problem(problem);
            if (problem.kind() != Kind.DAMAGED_HEADER) {
                leftOut++;
            }
        }

        private void readUnit(String text, Place place, Passed illegal, Passed broken) {
            var problems = new ArrayList<FormatProblem>();
            passed(illegal, Kind.ILLEGAL_LEFT_OUT, codePointName(illegal.codePoint()))
                    .ifPresent(problems::add);
            var unreadable = passed(broken, Kind.BROKEN_BYTES, characters.charset().name());
            if (unreadable.isPresent()) {
                leaveOut(unreadable.get());
                return;
            }
            switch (XmlRepair.of(text, place)) {
                case XmlRepair.Result.Unexplained(var problem) -> leaveOut(problem);
                case XmlRepair.Result.Mended(var xml, var mended) -> {
                    problems.addAll(mended);
                    parse(xml, place, problems);
                }
            }
        }

        private void parse(String xml, Place place, List<FormatProblem> problems) {
            switch (parser.unit(xml, place)) {
                case TmxUnitParser.Result.LeftOut(var problem) -> leaveOut(problem);
                case TmxUnitParser.Result.Read(var unit, var more) -> {
                    problems.forEach(listener::problem);
                    more.forEach(listener::problem);
                    units++;
                    listener.unit(unit, place.line());
                }
            }
        }

        private void leaveOut(FormatProblem problem) {
            leftOut++;
            listener.problem(problem);
        }

        private Optional<FormatProblem> passed(Passed passed, Kind kind, String what) {
            return passed.count() == 0
                    ? Optional.empty()
                    : Optional.of(
                            FormatProblem.at(
                                    passed.line(), passed.column(), kind, what, passed.count()));
        }
    }
}
