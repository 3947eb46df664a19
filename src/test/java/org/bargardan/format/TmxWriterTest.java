package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.TextFragment;
import org.bargardan.format.FormatProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class TmxWriterTest {

    private static final Instant CREATED = Instant.parse("2024-03-20T06:36:26Z");
    private static final Instant CHANGED = Instant.parse("2025-12-31T23:59:59.9Z");
    private static final TmxHeader HEADER = new TmxHeader("0.1", "en", "en", CREATED);
    private static final long SEED = 20_240_320;
    private static final int UNITS = 300;

    @Test
    void theHeaderSaysAllThatTheSpecificationDemands() throws IOException {
        assertThat(fileOf(List.of()))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
                        <tmx version="1.4">
                        <header creationtool="Bargardan" creationtoolversion="0.1" segtype="sentence" \
                        o-tmf="Bargardan" adminlang="en" srclang="en" datatype="plaintext" \
                        creationdate="20240320T063626Z"/>
                        <body>
                        </body>
                        </tmx>
                        """);
    }

    @Test
    void aUnitTellsItsOriginItsNotesAndItsProperties() throws IOException {
        var unit =
                new TmxUnit(
                        "u1",
                        List.of(plain("en", "Good morning."), plain("fa-IR", "صبح به‌خیر.")),
                        CREATED,
                        "Sara \"S\" & Omid",
                        CHANGED,
                        "omid",
                        List.of(new TmxProp("x-status", "approved")),
                        List.of("a greeting"));
        assertThat(fileOf(List.of(unit)))
                .contains(
                        """
                        <tu tuid="u1" creationdate="20240320T063626Z" creationid="Sara &quot;S&quot; &amp; Omid" \
                        changedate="20251231T235959Z" changeid="omid">
                        <note>a greeting</note>
                        <prop type="x-status">approved</prop>
                        <tuv xml:lang="en"><seg>Good morning.</seg></tuv>
                        <tuv xml:lang="fa-IR"><seg>صبح به‌خیر.</seg></tuv>
                        </tu>
                        """);
    }

    @Test
    void theEndsOfAPairShareIAndLikesOfSourceAndTargetShareX() throws IOException {
        var source =
                new TmxVariant(
                        "en",
                        "A red rose",
                        List.of(open(0, 7), close(1, 7), open(2, 0), alone(5, 4), close(5, 0)));
        var target =
                new TmxVariant(
                        "fa",
                        "گل سرخ",
                        List.of(open(0, 0), alone(2, 4), close(2, 0), open(3, 7), close(6, 7)));
        assertThat(fileOf(List.of(unit("u", source, target))))
                .contains(
                        """
                        <seg><bpt i="1" x="1">7</bpt>A<ept i="1">7</ept> <bpt i="2" x="2">0</bpt>red\
                        <ph x="3">4</ph><ept i="2">0</ept> rose</seg>\
                        """,
                        """
                        <seg><bpt i="1" x="2">0</bpt>گل<ph x="3">4</ph><ept i="1">0</ept> \
                        <bpt i="2" x="1">7</bpt>سرخ<ept i="2">7</ept></seg>\
                        """);
    }

    @Test
    void aCodeWithoutItsOtherEndIsIsolated() throws IOException {
        var source = new TmxVariant("en", "ab", List.of(close(0, 1), open(1, 1), open(2, 2)));
        assertThat(fileOf(List.of(unit("u", source))))
                .contains(
                        """
                        <seg><it pos="end" x="1">1</it>a<it pos="begin" x="2">1</it>b\
                        <it pos="begin" x="3">2</it></seg>\
                        """);
    }

    @Test
    void overlappingAndRepeatedPairsKeepTheirOwnNumbers() throws IOException {
        var source =
                new TmxVariant(
                        "en",
                        "abcd",
                        List.of(
                                open(0, 1),
                                open(1, 2),
                                close(2, 1),
                                close(3, 2),
                                open(3, 1),
                                close(4, 1)));
        assertThat(fileOf(List.of(unit("u", source))))
                .contains(
                        """
                        <bpt i="1" x="1">1</bpt>a<bpt i="2" x="2">2</bpt>b<ept i="1">1</ept>c\
                        <ept i="2">2</ept><bpt i="3" x="3">1</bpt>d<ept i="3">1</ept>\
                        """);
    }

    @Test
    void codesStandBetweenCodePointsNotBetweenSurrogates() throws IOException {
        var source = new TmxVariant("en", "😀😀", List.of(alone(1, 1)));
        assertThat(fileOf(List.of(unit("u", source))))
                .contains("<seg>😀<ph x=\"1\">1</ph>😀</seg>");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndTold() throws IOException {
        var out = new ByteArrayOutputStream();
        List<FormatProblem> problems;
        try (var writer = new TmxWriter(out, HEADER)) {
            problems = writer.write(unit("u5", plain("fa", "😀\u0001ب\uD800پ\uFFFF\uFFFE")));
            writer.finish();
        }
        assertThat(out.toString(UTF_8)).contains("<seg>😀بپ</seg>");
        assertThat(problems)
                .containsExactly(
                        illegal("u5", "U+0001", "seg fa", "1"),
                        illegal("u5", "U+D800", "seg fa", "3"),
                        illegal("u5", "U+FFFF", "seg fa", "5"),
                        illegal("u5", "U+FFFE", "seg fa", "6"));
    }

    @Test
    void languageTagsHaveHyphensAndAreWellFormed() {
        assertThat(plain("fa_IR", "").lang()).isEqualTo("fa-IR");
        assertThatThrownBy(() -> plain("Persian (Iran)", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plain("", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatWasNotFinishedIsNotWellFormed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(out, HEADER)) {
            assertThat(writer.write(unit("u1", plain("en", "one")))).isEmpty();
        }
        assertThatThrownBy(() -> parse(out.toByteArray(), null)).isInstanceOf(SAXException.class);
    }

    @Test
    void aParserReadsEveryTextPropertyAndNoteAsItWas() throws Exception {
        List<TmxUnit> units = generatedUnits();
        Document document = parse(fileOf(units).getBytes(UTF_8), null);
        NodeList elements = document.getElementsByTagName("tu");
        assertThat(elements.getLength()).as("seed %d", SEED).isEqualTo(UNITS);
        for (int i = 0; i < UNITS; i++) {
            assertThat(unitOf((Element) elements.item(i)))
                    .as("unit %d of seed %d", i, SEED)
                    .isEqualTo(withoutIllegal(units.get(i)));
        }
    }

    @Test
    void theFileIsValidAgainstTheDocumentTypeOfTmx() throws Exception {
        Path dtd = SharedFiles.path("facts/formats/tmx14.dtd");
        parse(fileOf(generatedUnits()).getBytes(UTF_8), dtd);
    }

    @Test
    void okapiReadsEveryUnitAsItWas() throws Exception {
        List<TmxUnit> units = generatedUnits();
        List<ITextUnit> read = OkapiTmx.units(fileOf(units).getBytes(UTF_8), "fa-IR");
        assertThat(read).as("seed %d", SEED).hasSize(UNITS);
        for (int i = 0; i < UNITS; i++) {
            TmxUnit expected = withoutIllegal(units.get(i));
            ITextUnit unit = read.get(i);
            String description = "unit %d of seed %d".formatted(i, SEED);
            TmxVariant source = expected.variants().get(0);
            TmxVariant target = expected.variants().get(1);
            assertThat(unit.getName()).as(description).isEqualTo(expected.id());
            assertThat(unit.getTargetLocales())
                    .as(description)
                    .containsExactly(LocaleId.fromString(target.lang()));
            TextFragment sourceRead = unit.getSource().getFirstContent();
            TextFragment targetRead =
                    unit.getTarget(LocaleId.fromString(target.lang())).getFirstContent();
            assertThat(sourceRead.getText()).as(description).isEqualTo(source.text());
            assertThat(targetRead.getText()).as(description).isEqualTo(target.text());
            assertThat(sourceRead.getCodes()).as(description).hasSameSizeAs(source.codes());
            assertThat(targetRead.getCodes()).as(description).hasSameSizeAs(target.codes());
            assertThat(unit.getProperty("creationdate").getValue())
                    .as(description)
                    .isEqualTo("20240320T063626Z");
            assertThat(unit.getProperty("changedate").getValue())
                    .as(description)
                    .isEqualTo("20251231T235959Z");
            for (TmxProp prop : expected.props()) {
                assertThat(unit.getProperty(prop.type()).getValue())
                        .as(description)
                        .isEqualTo(prop.value());
            }
        }
    }

    @Test
    void aMillionCharactersOfUnitsLeaveNothingInMemory() throws IOException {
        var written = new AtomicLong();
        var counting =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        written.incrementAndGet();
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        written.addAndGet(length);
                    }
                };
        String text = "ن".repeat(500);
        try (var writer = new TmxWriter(counting, HEADER)) {
            long before = 0;
            for (int i = 0; i < 1000; i++) {
                assertThat(writer.write(unit("u" + i, plain("fa", text), plain("en", text))))
                        .isEmpty();
                assertThat(written.get()).isLessThan(before + 20_000);
                before = written.get();
            }
            assertThat(before).isGreaterThan(1_900_000);
            writer.finish();
        }
    }

    private static List<TmxUnit> generatedUnits() {
        var random = new GeneratedTexts(SEED);
        var oddities =
                List.of(
                        "\u200C", "\u2067", "\u2069", "\u200F", "\r\n", "\r", "\n", "\t", " ", "  ",
                        "]]>", "&lt;", "<b>", "\"", "'", "😀", "𐎠", "\u0000", "\u000B", "\uFFFE",
                        "\uD83D", "\uDE00", "\u0085", "\u2028", "\u00A0", "هٔ", "&#13;");
        var units = new ArrayList<TmxUnit>();
        for (int i = 0; i < UNITS; i++) {
            var variants = new ArrayList<TmxVariant>();
            for (String lang : List.of("en", "fa-IR")) {
                var text = new StringBuilder();
                int pieces = i % 50 == 0 ? 150 : 1 + random.below(6);
                for (int piece = 0; piece < pieces; piece++) {
                    text.append(random.oneIn(2) ? random.oneOf(oddities) : "")
                            .append(random.sentence(1 + random.below(12)))
                            .append(random.oneIn(3) ? random.oneOf(oddities) : "");
                }
                int length = text.codePointCount(0, text.length());
                int at = random.below(length + 1);
                var codes = new ArrayList<TmxCode>();
                if (random.oneIn(2)) {
                    codes.add(open(at / 3, 3));
                    codes.add(alone(at / 2, 8));
                    if (random.oneIn(4)) {
                        codes.add(open(at, 5));
                    }
                    codes.add(close(at, 3));
                }
                variants.add(new TmxVariant(lang, text.toString(), codes));
            }
            units.add(
                    new TmxUnit(
                            "unit-" + i + (i % 7 == 0 ? " <&>\t\"" : ""),
                            variants,
                            CREATED,
                            "sara",
                            CHANGED,
                            "امید",
                            List.of(
                                    new TmxProp(
                                            "x-before",
                                            random.sentence(3) + random.oneOf(oddities) + "."),
                                    new TmxProp("x-quality", "" + i)),
                            i % 3 == 0 ? List.of(random.sentence(4)) : List.of()));
        }
        assertThat(units.getFirst().variants().getFirst().text().length()).isGreaterThan(4000);
        return units;
    }

    private static TmxUnit withoutIllegal(TmxUnit unit) {
        return new TmxUnit(
                unit.id(),
                unit.variants().stream()
                        .map(v ->
                                new TmxVariant(v.lang(), legal(v.text()), withoutPlace(v.codes())))
                        .toList(),
                unit.created(),
                unit.createdBy(),
                unit.changed() == null
                        ? null
                        : Instant.ofEpochSecond(unit.changed().getEpochSecond()),
                unit.changedBy(),
                unit.props().stream().map(p -> new TmxProp(p.type(), legal(p.value()))).toList(),
                unit.notes());
    }

    private static List<TmxCode> withoutPlace(List<TmxCode> codes) {
        return codes.stream().map(c -> new TmxCode(0, 0, c.kind(), c.label())).toList();
    }

    private static String legal(String text) {
        var legal = new StringBuilder();
        text.codePoints()
                .filter(c -> c != 0 && c != 0xB && c != 0xFFFE && (c < 0xD800 || c > 0xDFFF))
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static TmxUnit unitOf(Element tu) {
        var variants = new ArrayList<TmxVariant>();
        var props = new ArrayList<TmxProp>();
        var notes = new ArrayList<String>();
        for (Node node = tu.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "note" -> notes.add(element.getTextContent());
                    case "prop" ->
                            props.add(
                                    new TmxProp(
                                            element.getAttribute("type"),
                                            element.getTextContent()));
                    default -> variants.add(variantOf(element));
                }
            }
        }
        return new TmxUnit(
                tu.getAttribute("tuid"),
                variants,
                instant(tu.getAttribute("creationdate")),
                tu.getAttribute("creationid"),
                instant(tu.getAttribute("changedate")),
                tu.getAttribute("changeid"),
                props,
                notes);
    }

    private static TmxVariant variantOf(Element tuv) {
        var text = new StringBuilder();
        var codes = new ArrayList<TmxCode>();
        for (Node node = tuv.getFirstChild().getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element code) {
                codes.add(new TmxCode(0, 0, kindOf(code), code.getTextContent()));
            } else {
                text.append(node.getTextContent());
            }
        }
        return new TmxVariant(tuv.getAttribute("xml:lang"), text.toString(), codes);
    }

    private static TmxCode.Kind kindOf(Element code) {
        return switch (code.getTagName() + code.getAttribute("pos")) {
            case "bpt", "itbegin" -> TmxCode.Kind.OPEN;
            case "ept", "itend" -> TmxCode.Kind.CLOSE;
            default -> TmxCode.Kind.ALONE;
        };
    }

    private static Instant instant(String date) {
        return Instant.parse(
                date.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"));
    }

    private static Document parse(byte[] file, @Nullable Path dtd) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setValidating(dtd != null);
        var builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) ->
                dtd == null
                        ? new InputSource(new ByteArrayInputStream(new byte[0]))
                        : new InputSource(dtd.toUri().toString()));
        builder.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public void warning(SAXParseException e) throws SAXException {
                        throw e;
                    }

                    @Override
                    public void error(SAXParseException e) throws SAXException {
                        throw e;
                    }

                    @Override
                    public void fatalError(SAXParseException e) throws SAXException {
                        throw e;
                    }
                });
        return builder.parse(new ByteArrayInputStream(file));
    }

    private static String fileOf(List<TmxUnit> units) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(out, HEADER)) {
            for (TmxUnit unit : units) {
                writer.write(unit);
            }
            writer.finish();
        }
        return out.toString(UTF_8);
    }

    private static TmxUnit unit(String id, TmxVariant... variants) {
        return new TmxUnit(id, List.of(variants), null, null, null, null, List.of(), List.of());
    }

    private static TmxVariant plain(String lang, String text) {
        return new TmxVariant(lang, text, List.of());
    }

    private static TmxCode open(int at, int id) {
        return new TmxCode(at, id, TmxCode.Kind.OPEN, "" + id);
    }

    private static TmxCode close(int at, int id) {
        return new TmxCode(at, id, TmxCode.Kind.CLOSE, "" + id);
    }

    private static TmxCode alone(int at, int id) {
        return new TmxCode(at, id, TmxCode.Kind.ALONE, "" + id);
    }

    private static FormatProblem illegal(String... arguments) {
        return new FormatProblem(0, 0, Kind.ILLEGAL_IN_XML, List.of(arguments));
    }
}
