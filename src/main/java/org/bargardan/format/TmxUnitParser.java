package org.bargardan.format;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.TmxPieces.Place;
import org.jspecify.annotations.Nullable;

/// Makes a unit, or the header, of its XML. One unit is one document to the parser, so that the
/// parser's own limits hold for each, and none sees a document type.
final class TmxUnitParser {

    // "dates ... in the format YYYYMMDDThhmmssZ" (TMX 1.4b, creationdate); others write ISO 8601.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
    private final TmxLimits limits;

    TmxUnitParser(TmxLimits limits) {
        this.limits = limits;
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    }

    /// What came of a unit.
    sealed interface Result {

        /// The unit, and what was left out of it.
        record Read(TmxUnit unit, List<FormatProblem> problems) implements Result {}

        /// Nothing of the unit can be used.
        record LeftOut(FormatProblem problem) implements Result {}
    }

    /// @param place of the unit's first character in the file
    Result unit(String xml, Place place) {
        var draft = new Draft(place, limits);
        try {
            XMLStreamReader in = parsers.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > limits.maxDepth()) {
                            return new Result.LeftOut(
                                    place.problem(Kind.TOO_DEEP, limits.maxDepth()));
                        }
                        draft.begin(in);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        draft.end(localName(in));
                    }
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE ->
                            draft.characters(in.getText());
                    default -> {}
                }
            }
            in.close();
        } catch (XMLStreamException e) {
            return new Result.LeftOut(at(e, place).problem(Kind.DAMAGED_UNIT, place.line()));
        }
        return draft.result();
    }

    Optional<TmxHeader> header(String xml) {
        try {
            XMLStreamReader in = parsers.createXMLStreamReader(new StringReader(xml));
            in.next();
            var version = attribute(in, "creationtoolversion");
            var admin = attribute(in, "adminlang");
            var source = attribute(in, "srclang");
            return Optional.of(
                    new TmxHeader(
                            version == null ? "" : version,
                            admin == null || !isLanguage(admin) ? "en" : admin,
                            source == null || !isLanguage(source)
                                    ? TmxHeader.ALL_LANGUAGES
                                    : source,
                            date(attribute(in, "creationdate"))));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Place at(XMLStreamException e, Place begin) {
        var location = e.getLocation();
        if (location == null || location.getLineNumber() < 1) {
            return begin;
        }
        int column = Math.max(1, location.getColumnNumber());
        return location.getLineNumber() == 1
                ? new Place(begin.line(), begin.column() + column - 1)
                : new Place(begin.line() + location.getLineNumber() - 1, column);
    }

    private static String localName(XMLStreamReader in) {
        String name = in.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static @Nullable String attribute(XMLStreamReader in, String name) {
        return in.getAttributeValue(null, name);
    }

    private static boolean isLanguage(String tag) {
        try {
            return !TmxVariant.languageTag(tag).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable Instant date(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return date.indexOf('-') < 0
                    ? LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC)
                    : Instant.parse(date);
        } catch (DateTimeParseException e) {
            // A wrong date is no reason to lose a unit, nor worth a word.
            return null;
        }
    }

    /// A unit while it is read.
    private static final class Draft {

        private final Place place;
        private final TmxLimits limits;
        private final List<TmxVariant> variants = new ArrayList<>();
        private final List<TmxProp> props = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<FormatProblem> problems = new ArrayList<>();
        private String id = "";
        private @Nullable Instant created;
        private @Nullable String createdBy;
        private @Nullable Instant changed;
        private @Nullable String changedBy;
        private boolean inVariant;
        private @Nullable String lang;
        private @Nullable TmxSegment segment;
        private @Nullable String propType;
        private @Nullable StringBuilder remark;
        private boolean tooLong;

        Draft(Place place, TmxLimits limits) {
            this.place = place;
            this.limits = limits;
        }

        void begin(XMLStreamReader in) {
            String name = localName(in);
            if (segment != null) {
                segment.begin(name, attribute -> attribute(in, attribute));
                return;
            }
            switch (name) {
                case "tu" -> beginUnit(in);
                case "tuv" -> beginVariant(in);
                case "seg" -> {
                    if (inVariant) {
                        segment = new TmxSegment();
                    }
                }
                case "prop", "note" -> {
                    if (!inVariant) {
                        propType = name.equals("prop") ? attribute(in, "type") : null;
                        remark = new StringBuilder();
                    }
                }
                default -> {}
            }
        }

        private void beginUnit(XMLStreamReader in) {
            String tuid = attribute(in, "tuid");
            id = tuid == null ? "" : tuid;
            created = date(attribute(in, "creationdate"));
            createdBy = attribute(in, "creationid");
            changed = date(attribute(in, "changedate"));
            changedBy = attribute(in, "changeid");
        }

        /// `xml:lang` came with TMX 1.4; before that it was `lang`.
        private void beginVariant(XMLStreamReader in) {
            inVariant = true;
            String tag = attribute(in, "xml:lang");
            tag = tag == null ? attribute(in, "lang") : tag;
            if (tag == null || tag.isBlank()) {
                lang = null;
                problems.add(place.problem(Kind.NO_LANGUAGE));
            } else if (isLanguage(tag.strip())) {
                lang = tag.strip();
            } else {
                lang = null;
                problems.add(place.problem(Kind.BAD_LANGUAGE, FormatProblem.quoted(tag)));
            }
        }

        void end(String name) {
            if (segment != null) {
                if (name.equals("seg")) {
                    endSegment(segment);
                } else {
                    segment.end(name);
                }
            } else if (name.equals("tuv")) {
                inVariant = false;
                lang = null;
            } else if (remark != null && name.equals("prop")) {
                props.add(new TmxProp(propType == null ? "" : propType, remark.toString()));
                remark = null;
            } else if (remark != null && name.equals("note")) {
                notes.add(remark.toString());
                remark = null;
            }
        }

        private void endSegment(TmxSegment ended) {
            segment = null;
            tooLong |= ended.length() > limits.maxTextCodePoints();
            ended.unknownElement()
                    .map(name -> place.problem(Kind.UNKNOWN_ELEMENT, FormatProblem.quoted(name)))
                    .filter(problem -> !problems.contains(problem))
                    .ifPresent(problems::add);
            if (lang != null && !tooLong) {
                variants.add(ended.variant(lang));
                // TMX has one seg in a tuv.
                lang = null;
            }
        }

        void characters(String text) {
            if (segment != null) {
                segment.characters(text);
            } else if (remark != null) {
                remark.append(text);
            }
        }

        Result result() {
            if (tooLong) {
                return new Result.LeftOut(
                        place.problem(Kind.TEXT_TOO_LONG, limits.maxTextCodePoints()));
            }
            if (variants.isEmpty()) {
                return new Result.LeftOut(
                        problems.isEmpty() ? place.problem(Kind.NO_VARIANT) : problems.getFirst());
            }
            return new Result.Read(
                    new TmxUnit(id, variants, created, createdBy, changed, changedBy, props, notes),
                    List.copyOf(problems));
        }
    }
}
