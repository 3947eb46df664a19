package org.bargardan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The sentence rules of an SRX 2.0 file: named sets of break and exception rules, and the
/// languages each set is for.
///
/// - **Input**: SRX 2.0 in XML. A document type declaration is refused, so no entity is ever
///   expanded or fetched.
/// - **Regular expressions** are read by Java with Unicode classes, which agrees with ICU's on what
///   rule files use in practice. A `beforebreak` reaches back at most [SrxRule#REACH] chars.
/// - **Source**: SRX 2.0 (GALA/LISA OSCAR, 2008). Immutable, thread-safe.
public final class SrxRules {

    private static final String SRX = "http://www.lisa.org/srx20";

    private final boolean cascade;
    private final Map<String, List<SrxRule>> sets;
    private final List<LanguageMap> maps;

    private SrxRules(boolean cascade, Map<String, List<SrxRule>> sets, List<LanguageMap> maps) {
        this.cascade = cascade;
        this.sets = Map.copyOf(sets);
        this.maps = List.copyOf(maps);
    }

    /// No rule for any language, which leaves sentences to Unicode's rules.
    public static SrxRules none() {
        return new SrxRules(true, Map.of(), List.of());
    }

    /// Throws a [MalformedSrx] that names the rule and the reason.
    public static SrxRules read(InputStream xml) throws IOException {
        try {
            return new Reading(xml).rules();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new MalformedSrx("not well-formed XML: " + firstLine(e), e);
        }
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
                .filter(map -> map.languages().matcher(tag).matches())
                .limit(cascade ? Long.MAX_VALUE : 1)
                .flatMap(map -> sets.getOrDefault(map.set(), List.of()).stream())
                .toList();
    }

    private static String firstLine(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        return message.lines().reduce((_, last) -> last).orElse(message);
    }

    /// Which set of rules serves the languages whose tag a pattern matches.
    private record LanguageMap(Pattern languages, String set) {}

    /// One pass over an SRX file.
    private static final class Reading {

        private final XMLStreamReader xml;
        private final Map<String, List<SrxRule>> sets = new LinkedHashMap<>();
        private final List<LanguageMap> maps = new ArrayList<>();
        private boolean cascade;
        private String set = "";

        Reading(InputStream in) throws XMLStreamException {
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
                            throw new MalformedSrx("a document type declaration is not allowed");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!sawRoot && !isSrx("srx")) {
                            throw new MalformedSrx(
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
                    throw new MalformedSrx(
                            "the language map \"%s\" names the rules \"%s\", which are not there"
                                    .formatted(map.languages(), map.set()));
                }
            }
            return new SrxRules(cascade, sets, maps);
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
            } else if (isSrx("languagemap")) {
                maps.add(languageMap());
            }
        }

        private void readRule() throws XMLStreamException {
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
                throw new MalformedSrx("a <rule> stands outside of any <languagerule>");
            }
            var name = "rule %d of \"%s\"".formatted(rules.size() + 1, set);
            rules.add(SrxRule.of(name, breaks, before, after));
        }

        private LanguageMap languageMap() {
            var pattern = attribute("languagepattern", "");
            try {
                // Rule files write EN.*, [Ff][Rr].* and fa.* for the same kind of tag.
                return new LanguageMap(
                        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                        attribute("languagerulename", ""));
            } catch (PatternSyntaxException e) {
                throw new MalformedSrx(
                        "the language pattern \"%s\": %s".formatted(pattern, e.getDescription()),
                        e);
            }
        }

        private boolean isSrx(String name) {
            return xml.getLocalName().equals(name) && SRX.equals(xml.getNamespaceURI());
        }

        private String attribute(String name, String absent) {
            return Objects.requireNonNullElse(xml.getAttributeValue(null, name), absent);
        }
    }
}
