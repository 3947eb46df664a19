package org.bargardan.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bargardan.text.SrxProblem.Kind;
import org.bargardan.text.SrxProblem.Part;

/// The sentence rules of an SRX 2.0 file: named sets of break and exception rules, and the
/// languages each set is for.
///
/// - **Input**: SRX 2.0 in XML. A document type declaration is refused, so no entity is ever
///   expanded or fetched.
/// - **Regular expressions** are read by Java with Unicode classes, which agrees with ICU's on what
///   rule files use in practice. A `beforebreak` reaches back at most [SrxRule#REACH] chars.
/// - **A project's own rules** ([#own]) are bounded: how many, how long, and how much they may look
///   at; patterns that could work without end are refused ([PatternShape]).
/// - **Source**: SRX 2.0 (GALA/LISA OSCAR, 2008). Immutable, thread-safe.
public final class SrxRules {

    /// Longest file of own rules, in UTF-16 code units.
    public static final int OWN_TEXT_MOST = 100_000;

    /// Most own rules in a file.
    public static final int OWN_RULES_MOST = 200;

    private static final String SRX = "http://www.lisa.org/srx20";

    /// How many characters the pattern of a language may look at.
    private static final long STEPS_FOR_LANGUAGE = 10_000;

    /// The set of rules that a table is written to.
    private static final String TABLE = "Project";

    private static final String EVERY_LANGUAGE = ".*";

    private final boolean cascade;
    private final Map<String, List<SrxRule>> sets;
    private final List<LanguageMap> maps;
    private final boolean holdsMoreThanRules;

    private SrxRules(
            boolean cascade,
            Map<String, List<SrxRule>> sets,
            List<LanguageMap> maps,
            boolean holdsMoreThanRules) {
        this.cascade = cascade;
        this.holdsMoreThanRules = holdsMoreThanRules;
        this.sets = Map.copyOf(sets);
        this.maps = List.copyOf(maps);
    }

    /// No rule for any language, which leaves sentences to Unicode's rules.
    public static SrxRules none() {
        return new SrxRules(true, Map.of(), List.of(), false);
    }

    /// Throws a [MalformedSrx] that names the rule and the reason.
    public static SrxRules read(InputStream xml) throws IOException {
        return read(xml, false);
    }

    /// Rules of a project's own; an empty text has none. Throws a [MalformedSrx] that names the
    /// rule and the reason, also where a limit is passed.
    public static SrxRules own(String srx) {
        if (srx.isBlank()) {
            return none();
        }
        if (srx.length() > OWN_TEXT_MOST) {
            throw new MalformedSrx(
                    new SrxProblem(
                            Kind.FILE_TOO_LONG, Part.FILE, 0, 0, Integer.toString(OWN_TEXT_MOST)),
                    "longer than " + OWN_TEXT_MOST);
        }
        var unstorable = StorableText.problemIn(srx);
        if (unstorable.isPresent()) {
            var which = unstorable.get().toString();
            throw new MalformedSrx(
                    new SrxProblem(Kind.NOT_XML, Part.FILE, 0, 0, which),
                    "not well-formed XML: " + which);
        }
        try {
            return read(
                    new ByteArrayInputStream(
                            withoutDeclaration(srx).getBytes(StandardCharsets.UTF_8)),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rules as an SRX file, for every language; an empty text for none. What [#own] makes of
    /// it is the same rules.
    public static String write(List<WrittenRule> rules) {
        if (rules.isEmpty()) {
            return "";
        }
        var body = new StringBuilder();
        for (var rule : rules) {
            if (!rule.note().isBlank()) {
                // XML ends a comment at two hyphens.
                body.append("        <!-- ")
                        .append(rule.note().strip().replaceAll("-(?=-)|-$", "- "))
                        .append(" -->\n");
            }
            body.append(
                    """
                            <rule break="%s">
                              <beforebreak>%s</beforebreak>
                              <afterbreak>%s</afterbreak>
                            </rule>
                    """
                            .formatted(
                                    rule.breaks() ? "yes" : "no",
                                    escaped(rule.before()),
                                    escaped(rule.after())));
        }
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <srx xmlns="http://www.lisa.org/srx20" version="2.0">
          <header segmentsubflows="yes" cascade="yes"/>
          <body>
            <languagerules>
              <languagerule languagerulename="%s">
        %s      </languagerule>
            </languagerules>
            <maprules>
              <languagemap languagepattern="%s" languagerulename="%s"/>
            </maprules>
          </body>
        </srx>
        """
                .formatted(TABLE, body, EVERY_LANGUAGE, TABLE);
    }

    /// The rules one under the other, if the file holds nothing that [#write] would lose: one set
    /// for every language, and no comment that belongs to no rule.
    public Optional<List<WrittenRule>> asTable() {
        if (sets.isEmpty() && maps.isEmpty()) {
            return Optional.of(List.of());
        }
        boolean isOneSet =
                sets.size() == 1
                        && maps.size() == 1
                        && maps.getFirst().languages().pattern().equals(EVERY_LANGUAGE);
        return isOneSet && !holdsMoreThanRules
                ? Optional.of(rulesFor("und").stream().map(SrxRule::written).toList())
                : Optional.empty();
    }

    /// What is wrong with a rule by itself.
    public static Optional<SrxProblem> problemIn(WrittenRule rule, int number) {
        try {
            var _ = SrxRule.of(new RuleName(true, TABLE, number), rule, 0);
            return Optional.empty();
        } catch (MalformedSrx e) {
            return Optional.of(e.problem());
        }
    }

    private static SrxRules read(InputStream xml, boolean own) throws IOException {
        try {
            return new Reading(xml, own).rules();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new MalformedSrx(
                    new SrxProblem(Kind.NOT_XML, Part.FILE, line, 0, firstLine(e)),
                    "not well-formed XML: " + firstLine(e),
                    e);
        }
    }

    /// The declared encoding is that of a file; here the text is read already.
    private static String withoutDeclaration(String srx) {
        return srx.strip().replaceFirst("^\\uFEFF?<\\?xml[^>]*\\?>", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// The rules that Bargardan brings along: `persian` or `english`.
    static SrxRules bundled(String name) {
        try (var xml = SrxRules.class.getResourceAsStream("srx/" + name + ".srx")) {
            return read(Objects.requireNonNull(xml, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rules for a language tag such as `fa-IR`, in the order in which they are asked: of every
    /// map that matches when the file cascades, of the first one otherwise.
    List<SrxRule> rulesFor(String tag) {
        return maps.stream()
                .filter(map -> map.isFor(tag))
                .limit(cascade ? Long.MAX_VALUE : 1)
                .flatMap(map -> sets.getOrDefault(map.set(), List.of()).stream())
                .toList();
    }

    private static String firstLine(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        return message.lines().reduce((_, last) -> last).orElse(message);
    }

    /// Which set of rules serves the languages whose tag a pattern matches.
    private record LanguageMap(Pattern languages, String set) {

        /// A pattern that takes too many steps is for no language.
        boolean isFor(String tag) {
            try {
                var steps = new Steps(STEPS_FOR_LANGUAGE);
                return languages.matcher(Steps.counted(tag, steps, steps)).matches();
            } catch (Steps.UsedUp e) {
                return false;
            }
        }
    }

    /// One pass over an SRX file.
    private static final class Reading {

        private final XMLStreamReader xml;
        private final Map<String, List<SrxRule>> sets = new LinkedHashMap<>();
        private final List<LanguageMap> maps = new ArrayList<>();
        private boolean cascade;
        private final boolean own;
        private String set = "";
        private String note = "";
        private int count;
        private boolean holdsMoreThanRules;

        Reading(InputStream in, boolean own) throws XMLStreamException {
            this.own = own;
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            xml = factory.createXMLStreamReader(in);
        }

        SrxRules rules() throws XMLStreamException {
            boolean sawRoot = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                            throw malformed(
                                    Kind.DOCUMENT_TYPE,
                                    "",
                                    "a document type declaration is not allowed");
                    case XMLStreamConstants.COMMENT -> {
                        holdsMoreThanRules |= !note.isEmpty() || sets.isEmpty();
                        note = xml.getText().strip();
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!sawRoot && !isSrx("srx")) {
                            throw malformed(
                                    Kind.NOT_SRX,
                                    xml.getLocalName(),
                                    "the root is <%s> in namespace \"%s\", not SRX 2.0's <srx>"
                                            .formatted(
                                                    xml.getLocalName(),
                                                    Objects.requireNonNullElse(
                                                            xml.getNamespaceURI(), "")));
                        }
                        sawRoot = true;
                        startElement();
                    }
                    default -> {}
                }
            }
            for (var map : maps) {
                if (!sets.containsKey(map.set())) {
                    throw malformed(
                            Kind.NO_SUCH_SET,
                            map.set(),
                            "the language map \"%s\" names the rules \"%s\", which are not there"
                                    .formatted(map.languages(), map.set()));
                }
            }
            return new SrxRules(cascade, sets, maps, holdsMoreThanRules || !note.isEmpty());
        }

        // Elements of other namespaces are tools' own extensions, which SRX lets readers ignore.
        private void startElement() throws XMLStreamException {
            if (isSrx("header")) {
                cascade = "yes".equals(attribute("cascade", "no"));
            } else if (isSrx("languagerule")) {
                set = attribute("languagerulename", "");
                sets.put(set, new ArrayList<>());
            } else if (isSrx("rule")) {
                readRule();
                note = "";
            } else if (isSrx("languagemap")) {
                maps.add(languageMap());
            }
        }

        private void readRule() throws XMLStreamException {
            int line = xml.getLocation().getLineNumber();
            // SRX 2.0: break is optional and defaults to yes.
            boolean breaks = !"no".equals(attribute("break", "yes"));
            var before = "";
            var after = "";
            while (!(xml.next() == XMLStreamConstants.END_ELEMENT && isSrx("rule"))) {
                if (xml.isStartElement() && isSrx("beforebreak")) {
                    before = xml.getElementText();
                } else if (xml.isStartElement() && isSrx("afterbreak")) {
                    after = xml.getElementText();
                }
            }
            var rules = sets.get(set);
            if (rules == null) {
                throw malformed(
                        Kind.RULE_OUTSIDE, "", "a <rule> stands outside of any <languagerule>");
            }
            if (own && ++count > OWN_RULES_MOST) {
                throw malformed(
                        Kind.TOO_MANY_RULES,
                        Integer.toString(OWN_RULES_MOST),
                        "more than %d rules".formatted(OWN_RULES_MOST));
            }
            rules.add(
                    SrxRule.of(
                            new RuleName(own, set, rules.size() + 1),
                            new WrittenRule(breaks, before, after, note),
                            line));
        }

        private LanguageMap languageMap() {
            var pattern = attribute("languagepattern", "");
            refuseUnsafe(pattern);
            try {
                // Rule files write EN.*, [Ff][Rr].* and fa.* for the same kind of tag.
                return new LanguageMap(
                        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                        attribute("languagerulename", ""));
            } catch (PatternSyntaxException e) {
                throw new MalformedSrx(
                        problem(Kind.PATTERN, Part.LANGUAGES, e.getDescription()),
                        "the language pattern \"%s\": %s".formatted(pattern, e.getDescription()),
                        e);
            }
        }

        private void refuseUnsafe(String languages) {
            try {
                if (own) {
                    PatternShape.of(languages);
                }
            } catch (PatternShape.Refused e) {
                throw new MalformedSrx(
                        problem(e.kind(), Part.LANGUAGES, e.piece()),
                        "the language pattern \"%s\": %s".formatted(languages, e.kind()));
            }
        }

        private MalformedSrx malformed(Kind kind, String detail, String reason) {
            return new MalformedSrx(problem(kind, Part.FILE, detail), reason);
        }

        private SrxProblem problem(Kind kind, Part part, String detail) {
            return new SrxProblem(
                    kind, part, Math.max(0, xml.getLocation().getLineNumber()), 0, detail);
        }

        private boolean isSrx(String name) {
            return xml.getLocalName().equals(name) && SRX.equals(xml.getNamespaceURI());
        }

        private String attribute(String name, String absent) {
            return Objects.requireNonNullElse(xml.getAttributeValue(null, name), absent);
        }
    }
}
