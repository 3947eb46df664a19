package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filterwriter.TMXWriter;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextUnit;
import org.bargardan.format.FormatProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmxReaderTest {

    private static final String NIGHT = tu("en", "It was night.", "fa", "شب بود.");
    private static final String RAIN = tu("en", "Then it rained.", "fa", "بعد باران آمد.");
    private static final List<String> NIGHT_TEXTS = List.of("It was night.", "شب بود.");
    private static final List<String> RAIN_TEXTS = List.of("Then it rained.", "بعد باران آمد.");

    /// Another with `-Dseed=…`.
    private static final long SEED = Long.getLong("seed", 1403);

    @Test
    void whatTheWriterWroteComesBackEqual() {
        var units = GeneratedTmx.units(SEED, 500);
        var read = ReadTmx.of(GeneratedTmx.file(units));
        assertThat(read.problems()).as("-Dseed=%d", SEED).isEmpty();
        assertThat(read.reading().header()).isEqualTo(GeneratedTmx.HEADER);
        assertThat(read.units()).hasSameSizeAs(units);
        for (int i = 0; i < units.size(); i++) {
            assertThat(read.units().get(i))
                    .as("unit %d of -Dseed=%d", i, SEED)
                    .isEqualTo(units.get(i));
        }
    }

    @Test
    void whatAnotherProgramWroteIsRead(@TempDir Path folder) throws IOException {
        var path = folder.resolve("okapi.tmx");
        var writer = new TMXWriter(path.toString());
        writer.writeStartDocument(
                LocaleId.ENGLISH,
                LocaleId.fromString("fa-IR"),
                "okapi",
                "1",
                "sentence",
                null,
                "plaintext");
        for (int i = 0; i < 20; i++) {
            var unit = new TextUnit("u" + i);
            var source = new TextFragment("A ");
            source.append(TextFragment.TagType.OPENING, "b", "<b>");
            source.append("red & <wet>");
            source.append(TextFragment.TagType.CLOSING, "b", "</b>");
            source.append(" rose " + i);
            source.append(TextFragment.TagType.PLACEHOLDER, "br", "<br/>");
            unit.setSourceContent(source);
            unit.setTargetContent(
                    LocaleId.fromString("fa-IR"), new TextFragment("گل سرخ\u200Cرنگ " + i));
            writer.writeItem(unit, null);
        }
        writer.writeEndDocument();
        writer.close();
        var read = ReadTmx.of(Files.readAllBytes(path));
        assertThat(read.problems()).isEmpty();
        assertThat(read.texts()).hasSize(20);
        assertThat(read.texts().get(7))
                .containsExactly("A red & <wet> rose 7", "گل سرخ\u200Cرنگ 7");
        assertThat(read.units().get(7).variants().getFirst().codes())
                .extracting(TmxCode::at, TmxCode::kind, TmxCode::label)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2, TmxCode.Kind.OPEN, "<b>"),
                        org.assertj.core.api.Assertions.tuple(13, TmxCode.Kind.CLOSE, "</b>"),
                        org.assertj.core.api.Assertions.tuple(20, TmxCode.Kind.ALONE, "<br/>"));
    }

    @Test
    void theHeaderTellsWhatItTells() {
        var read =
                ReadTmx.of(
                        """
                        <tmx version="1.4"><header creationtool="T" creationtoolversion="2"
                         segtype="sentence" adminlang="fr_CA" srclang="*all*" datatype="xml"
                         creationdate="2020-01-02T03:04:05Z"><prop type="x">y > z</prop></header>
                        <body>%s</body></tmx>
                        """
                                .formatted(NIGHT));
        assertThat(read.reading().header())
                .isEqualTo(
                        new TmxHeader(
                                "2", "fr-CA", "*all*", Instant.parse("2020-01-02T03:04:05Z")));
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aMissingSrclangHarmsNothing() {
        var read = ReadTmx.of("<tmx version='1.4'><header/><body>" + NIGHT + "</body></tmx>");
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS);
        assertThat(read.problems()).isEmpty();
        assertThat(read.reading().header())
                .isEqualTo(new TmxHeader("", "en", TmxHeader.ALL_LANGUAGES, null));
    }

    @Test
    void theSrclangOfAUnitIsNoHindrance() {
        var read = ReadTmx.of(tmx(NIGHT.replace("<tu>", "<tu srclang=\"fr-CA\">"), RAIN));
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS, RAIN_TEXTS);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void allLanguagesMayBeTheSource() {
        assertThat(ReadTmx.of(tmx(NIGHT).replace("srclang=\"en\"", "srclang=\"*all*\"")).texts())
                .containsExactly(NIGHT_TEXTS);
    }

    @Test
    void underscoresAndTheOldLangNameLanguagesToo() {
        var old =
                "<tu><tuv lang=\"en_US\"><seg>a</seg></tuv><tuv LANG=\"x\" xml:lang=\"FA_ir\">"
                        + "<seg>ب</seg></tuv></tu>";
        assertThat(ReadTmx.of(tmx(old)).units().getFirst().variants())
                .extracting(TmxVariant::lang)
                .containsExactly("en-US", "FA-ir");
    }

    @Test
    void severalVariantsOfALanguageAreAllHandedOver() {
        var unit = tu("en", "a", "fa", "ب").replace("</tu>", variant("fa", "پ") + "</tu>");
        assertThat(ReadTmx.of(tmx(unit)).texts()).containsExactly(List.of("a", "ب", "پ"));
    }

    @Test
    void aVariantWithoutALanguageOrWithNoneThatExistsIsLeftOut() {
        var unit =
                tu("en", "a", "fa", "ب")
                        .replace(
                                "</tu>",
                                "<tuv><seg>c</seg></tuv>"
                                        + variant("Persian (Iran)", "پ")
                                        + "</tu>");
        var read = ReadTmx.of(tmx(unit));
        assertThat(read.texts()).containsExactly(List.of("a", "ب"));
        assertThat(read.problems())
                .containsExactly(
                        new FormatProblem(4, 1, Kind.NO_LANGUAGE, List.of()),
                        new FormatProblem(4, 1, Kind.BAD_LANGUAGE, List.of("Persian (Iran)")));
    }

    @Test
    void inlineElementsBecomeCodesAndTheirTextStaysOrGoesWithThem() {
        var seg =
                "<bpt i=\"1\" x=\"4\">&lt;b&gt;</bpt>A<ept i=\"1\">&lt;/b&gt;</ept> <ph"
                        + " x=\"2\">{0<sub>note</sub>}</ph><hi type=\"term\">red</hi><it"
                        + " pos=\"end\">/</it><ut>~</ut>!";
        var variant =
                ReadTmx.of(tmx("<tu><tuv xml:lang=\"en\"><seg>" + seg + "</seg></tuv></tu>"))
                        .units()
                        .getFirst()
                        .variants()
                        .getFirst();
        assertThat(variant.text()).isEqualTo("A red!");
        assertThat(variant.codes())
                .containsExactly(
                        new TmxCode(0, 4, TmxCode.Kind.OPEN, "<b>"),
                        new TmxCode(1, 4, TmxCode.Kind.CLOSE, "</b>"),
                        new TmxCode(2, 2, TmxCode.Kind.ALONE, "{0note}"),
                        new TmxCode(2, 1, TmxCode.Kind.OPEN, "term"),
                        new TmxCode(5, 1, TmxCode.Kind.CLOSE, "term"),
                        new TmxCode(5, 3, TmxCode.Kind.CLOSE, "/"),
                        new TmxCode(5, 5, TmxCode.Kind.ALONE, "~"));
    }

    @Test
    void elementsOfXliffLeaveTheirTextAndAreNamed() {
        var read = ReadTmx.of(tmx(tu("en", "<g id=\"1\">red</g> <x id=\"2\"/>rose", "fa", "گل")));
        assertThat(read.texts()).containsExactly(List.of("red rose", "گل"));
        assertThat(read.problems())
                .containsExactly(new FormatProblem(4, 1, Kind.UNKNOWN_ELEMENT, List.of("g")));
        assertThat(read.units().getFirst().variants().getFirst().codes())
                .extracting(TmxCode::kind)
                .containsExactly(TmxCode.Kind.OPEN, TmxCode.Kind.CLOSE, TmxCode.Kind.ALONE);
    }

    @Test
    void codesNumberedFromNothingOrBeyondAllMeasureAreRead() {
        var seg = "<ph x=\"0\">a</ph>b<ph x=\"99999999999999999999\">c</ph><bpt i=\"-1\">d</bpt>";
        assertThat(
                        ReadTmx.of(tmx(tu("en", seg, "fa", "ب")))
                                .units()
                                .getFirst()
                                .variants()
                                .getFirst()
                                .codes())
                .extracting(TmxCode::id)
                .containsExactly(0, 1, 2);
    }

    @Test
    void wrongDatesHarmNothing() {
        var unit =
                NIGHT.replace(
                        "<tu>", "<tu creationdate=\"yesterday\" changedate=\"20240320T063626Z\">");
        var read = ReadTmx.of(tmx(unit)).units().getFirst();
        assertThat(read.created()).isNull();
        assertThat(read.changed()).isEqualTo("2024-03-20T06:36:26Z");
    }

    @Test
    void commentsAndCdataAreNotTakenForUnits() {
        var read =
                ReadTmx.of(
                        tmx(
                                "<!-- " + RAIN + " -->",
                                NIGHT.replace(
                                        "It was night.",
                                        "<![CDATA[It </tu> was]]> <!-- </tu> -->night.")));
        assertThat(read.problems()).isEmpty();
        assertThat(read.texts()).containsExactly(List.of("It </tu> was night.", "شب بود."));
    }

    @Test
    void aDocumentTypeAsRealFilesHaveItIsReadOver() {
        for (var type :
                List.of(
                        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">",
                        "<!DOCTYPE tmx PUBLIC \"-//LISA OSCAR:1998//DTD for Translation Memory"
                                + " eXchange//EN\" \"http://example.invalid/tmx14.dtd\">",
                        "<!DOCTYPE tmx [<!ELEMENT tmx (header, body)> <!-- > -->]>")) {
            var read = ReadTmx.of(type + tmx(NIGHT));
            assertThat(read.texts()).as(type).containsExactly(NIGHT_TEXTS);
            assertThat(read.problems()).as(type).isEmpty();
        }
    }

    @Test
    void anExternalEntityIsNeitherFetchedNorTakenForText(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        var read =
                ReadTmx.of(
                        """
                        <?xml version="1.0"?>
                        <!DOCTYPE tmx [<!ENTITY xxe SYSTEM "%s"> <!ENTITY %% p SYSTEM "http://192.0.2.1/x"> %%p;]>
                        """
                                        .formatted(secret.toUri())
                                + tmx(tu("en", "a &xxe; b", "fa", "ب"), RAIN));
        assertThat(read.texts()).containsExactly(RAIN_TEXTS);
        assertThat(read.problems())
                .containsExactly(
                        new FormatProblem(2, 1, Kind.ENTITIES_IGNORED, List.of()),
                        new FormatProblem(6, 31, Kind.UNKNOWN_ENTITY, List.of("xxe")));
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        var laughs = new StringBuilder("<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            laughs.append(
                    "<!ENTITY lol%d \"%s\">".formatted(i, ("&lol" + (i - 1) + ";").repeat(10)));
        }
        var read =
                ReadTmx.of(
                        "<!DOCTYPE tmx ["
                                + laughs
                                + "]>"
                                + tmx(tu("en", "&lol29;", "fa", "ب"), RAIN));
        assertThat(read.texts()).containsExactly(RAIN_TEXTS);
        assertThat(read.kinds()).containsExactly(Kind.ENTITIES_IGNORED, Kind.UNKNOWN_ENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u000B", "\u001F", "\uFFFE", "\uFFFF"})
    void aUnitIsKeptWithoutCharactersThatNoXmlMayHold(String illegal) {
        var read = ReadTmx.of(tmx(tu("en", "ni" + illegal + "ght" + illegal, "fa", "شب"), RAIN));
        assertThat(read.texts()).containsExactly(List.of("night", "شب"), RAIN_TEXTS);
        assertThat(read.problems())
                .containsExactly(
                        new FormatProblem(
                                4,
                                31,
                                Kind.ILLEGAL_LEFT_OUT,
                                List.of(FormatProblem.codePointName(illegal.charAt(0)), "2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&#0;", "&#x1F;", "&#xD83D;", "&#xFFFF;", "&#x110000;", "&#9999999999;"})
    void aUnitIsKeptWithoutReferencesToSuchCharacters(String reference) {
        var read = ReadTmx.of(tmx(tu("en", "ni" + reference + "ght", "fa", "شب"), RAIN));
        assertThat(read.texts()).containsExactly(List.of("night", "شب"), RAIN_TEXTS);
        assertThat(read.kinds()).containsExactly(Kind.ILLEGAL_LEFT_OUT);
    }

    @Test
    void aPairOfSurrogatesWrittenApartIsOneCharacter() {
        assertThat(ReadTmx.of(tmx(tu("en", "a&#xD83D;&#xDE00;", "fa", "ب"))).texts())
                .containsExactly(List.of("a😀", "ب"));
        var inUtf8 = tmx(tu("en", "a^", "fa", "b")).getBytes(UTF_8);
        var file = replaced(inUtf8, '^', 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80);
        assertThat(ReadTmx.of(file).texts()).containsExactly(List.of("a😀", "b"));
    }

    @Test
    void aSurrogateAloneIsLeftOutInEveryUnicodeEncoding() {
        var utf8 = replaced(tmx(tu("en", "a^", "fa", "b")).getBytes(UTF_8), '^', 0xED, 0xA0, 0xBD);
        assertThat(ReadTmx.of(utf8).texts()).containsExactly(List.of("a", "b"));
        for (var charset : List.of(UTF_16LE, UTF_16BE)) {
            boolean little = charset.equals(UTF_16LE);
            var mark =
                    little
                            ? new byte[] {(byte) 0xFF, (byte) 0xFE}
                            : new byte[] {(byte) 0xFE, (byte) 0xFF};
            var body = tmx(tu("en", "a^b", "fa", "ب")).getBytes(charset);
            for (int i = 0; i + 1 < body.length; i += 2) {
                if (body[little ? i : i + 1] == '^') {
                    body[i] = (byte) (little ? 0x3D : 0xD8);
                    body[i + 1] = (byte) (little ? 0xD8 : 0x3D);
                }
            }
            var read = ReadTmx.of(joined(mark, body));
            assertThat(read.texts()).as(charset.name()).containsExactly(List.of("ab", "ب"));
            assertThat(read.kinds()).containsExactly(Kind.ILLEGAL_LEFT_OUT);
        }
    }

    @Test
    void whatWasNotEscapedIsText() {
        var read = ReadTmx.of(tmx(tu("en", "AT&T, 3 < 4 &c", "fa", "ب")));
        assertThat(read.texts()).containsExactly(List.of("AT&T, 3 < 4 &c", "ب"));
        assertThat(read.problems())
                .containsExactly(
                        new FormatProblem(4, 31, Kind.NOT_ESCAPED, List.of("&")),
                        new FormatProblem(4, 37, Kind.NOT_ESCAPED, List.of("<")));
    }

    @Test
    void ofAFileCutOffAfterNineTenthsEverythingBeforeIsKept() {
        var units = GeneratedTmx.units(SEED, 200);
        var file = GeneratedTmx.file(units);
        var text = new String(file, UTF_8);
        int whole = occurrences(text.substring(0, text.length() * 9 / 10), "</tu>\n");
        var read = ReadTmx.of(text.substring(0, text.length() * 9 / 10));
        assertThat(whole).isGreaterThan(150);
        assertThat(read.units()).isEqualTo(units.subList(0, whole));
        assertThat(read.kinds()).last().isEqualTo(Kind.CUT_OFF);
        assertThat(read.problems().getLast().line()).isGreaterThan(900);
    }

    @Test
    void ofACutOffArchiveEverythingBeforeIsKept() {
        var units = GeneratedTmx.units(SEED, 400);
        var packed = ReadTmx.packed(GeneratedTmx.file(units));
        var read = ReadTmx.of(Arrays.copyOf(packed, packed.length * 9 / 10));
        assertThat(read.units())
                .hasSizeGreaterThan(200)
                .isEqualTo(units.subList(0, read.units().size()));
        assertThat(read.kinds()).last().isEqualTo(Kind.DAMAGED_ARCHIVE);
        assertThat(ReadTmx.of(Arrays.copyOf(packed, 5)).kinds())
                .containsExactly(Kind.DAMAGED_ARCHIVE);
    }

    @Test
    void damageWithinAUnitCostsThatUnitOnly() {
        for (var damaged :
                List.of(
                        NIGHT.replace("</seg>", "</sge>"),
                        NIGHT.replace("</tu>", ""),
                        NIGHT.replace("<tu>", ""),
                        NIGHT.replace("xml:lang=\"en\"", "xml:lang=\"en"),
                        NIGHT.replace("<seg>", "<seg"),
                        NIGHT.replace("<seg>", "<!-- <seg>"),
                        NIGHT.replace("<seg>", "<![CDATA[ <seg>"),
                        NIGHT.replace("</tuv>", ""),
                        NIGHT.replace("<tu>", "<tu srclang=\"a\" srclang=\"b\">"))) {
            var read = ReadTmx.of(tmx(RAIN, damaged, RAIN));
            assertThat(read.texts()).as(damaged).containsExactly(RAIN_TEXTS, RAIN_TEXTS);
            assertThat(read.problems()).as(damaged).isNotEmpty();
            assertThat(read.problems().getFirst().line()).as(damaged).isEqualTo(5);
            assertThat(read.reading().leftOut()).as(damaged).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "windows-1256"})
    void everyDeclaredEncodingIsRead(String charset) {
        var text =
                "<?xml version=\"1.0\" encoding=\""
                        + charset
                        + "\"?>"
                        + tmx(NIGHT.replace('ی', 'ي'));
        var bytes = text.getBytes(Charset.forName(charset));
        var marked =
                charset.equals("UTF-32")
                        ? joined(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF}, bytes)
                        : bytes;
        var read = ReadTmx.of(marked);
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aMarkIsStrongerThanTheDeclaration() {
        var text = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + tmx(NIGHT);
        assertThat(ReadTmx.of(text).texts()).containsExactly(NIGHT_TEXTS);
        var utf16 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + tmx(NIGHT);
        assertThat(ReadTmx.of(utf16.getBytes(UTF_16)).texts()).containsExactly(NIGHT_TEXTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "windows-1252", "IBM037", "no such thing", "x-unknown"})
    void aFileThatIsNotInWhatItDeclaresIsReadAsUtf8(String declared) {
        var read = ReadTmx.of("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + tmx(NIGHT));
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS);
        assertThat(read.problems())
                .containsExactly(
                        new FormatProblem(
                                0, 0, Kind.WRONG_ENCODING_NAME, List.of(declared, "UTF-8")));
    }

    @Test
    void aUnitWithBytesOfAnotherEncodingIsLeftOut() {
        var file = tmx(NIGHT, tu("en", "caf^", "fa", "b"), RAIN).getBytes(UTF_8);
        var read = ReadTmx.of(replaced(file, '^', 0xE9));
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS, RAIN_TEXTS);
        assertThat(read.problems())
                .containsExactly(
                        new FormatProblem(5, 32, Kind.BROKEN_BYTES, List.of("UTF-8", "1")));
    }

    @Test
    void anArchiveIsKnownByItsFirstBytes() {
        var read = ReadTmx.of(ReadTmx.packed(tmx(NIGHT).getBytes(UTF_16)));
        assertThat(read.texts()).containsExactly(NIGHT_TEXTS);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void anArchiveOfNothingMuchIsNotUnpackedToItsEnd() {
        var bomb = (tmx(NIGHT) + " ".repeat(60_000_000)).getBytes(ISO_8859_1);
        var read = ReadTmx.of(ReadTmx.packed(bomb));
        assertThat(read.texts()).hasSize(1);
        assertThat(read.kinds()).containsExactly(Kind.PACKED_TOO_TIGHTLY);
    }

    @Test
    void everyLimitIsToldAndWhatIsWithinItKept() {
        var limits = new TmxLimits(1_000_000, 200, 3, 2_000, 100, 10);
        var long1 = tu("en", "x".repeat(101), "fa", "ب");
        assertThat(ReadTmx.of(tmx(NIGHT, long1, RAIN).getBytes(UTF_8), limits))
                .returns(List.of(NIGHT_TEXTS, RAIN_TEXTS), ReadTmx::texts)
                .returns(List.of(Kind.TEXT_TOO_LONG), ReadTmx::kinds);
        var large = tu("en", "x".repeat(3_000), "fa", "ب");
        assertThat(ReadTmx.of(tmx(NIGHT, large, RAIN).getBytes(UTF_8), limits))
                .returns(List.of(NIGHT_TEXTS, RAIN_TEXTS), ReadTmx::texts)
                .returns(List.of(Kind.UNIT_TOO_LARGE), ReadTmx::kinds);
        var deep = tu("en", "<hi>".repeat(20) + "a" + "</hi>".repeat(20), "fa", "ب");
        assertThat(ReadTmx.of(tmx(NIGHT, deep, RAIN).getBytes(UTF_8), limits))
                .returns(List.of(NIGHT_TEXTS, RAIN_TEXTS), ReadTmx::texts)
                .returns(List.of(Kind.TOO_DEEP), ReadTmx::kinds);
        assertThat(ReadTmx.of(tmx(NIGHT, RAIN, NIGHT, RAIN).getBytes(UTF_8), limits))
                .returns(List.of(NIGHT_TEXTS, RAIN_TEXTS, NIGHT_TEXTS), ReadTmx::texts)
                .returns(List.of(Kind.TOO_MANY_UNITS), ReadTmx::kinds);
        var endless = tmx(NIGHT) + " ".repeat(1_000_000);
        assertThat(ReadTmx.of(endless.getBytes(UTF_8), limits))
                .returns(List.of(NIGHT_TEXTS), ReadTmx::texts)
                .returns(List.of(Kind.UNPACKED_TOO_LARGE), ReadTmx::kinds);
    }

    @Test
    void whatIsNoTmxIsCalledByItsName() {
        assertThat(ReadTmx.of("").kinds()).containsExactly(Kind.EMPTY);
        assertThat(ReadTmx.of("%PDF-1.7\n").kinds()).containsExactly(Kind.PDF);
        assertThat(ReadTmx.of("PK\u0003\u0004").kinds()).containsExactly(Kind.ZIP_OR_OFFICE);
        assertThat(ReadTmx.of("It was night.").kinds()).containsExactly(Kind.NOT_TMX);
        assertThat(ReadTmx.of("<html><body>It was night.</body></html>").kinds())
                .containsExactly(Kind.NOT_TMX);
        assertThat(ReadTmx.of(ReadTmx.packed("%PDF-1.7\n".getBytes(UTF_8))).kinds())
                .containsExactly(Kind.PDF);
    }

    @Test
    void linesAreCountedInEveryConvention() {
        for (var end : List.of("\n", "\r\n", "\r")) {
            assertThat(ReadTmx.of(tmx(NIGHT, RAIN).replace("\n", end)).lines())
                    .containsExactly(4, 5);
        }
    }

    private static String tmx(String... units) {
        return """
        <tmx version="1.4">
        <header creationtool="T" srclang="en"/>
        <body>
        %s
        </body>
        </tmx>
        """
                .formatted(Arrays.stream(units).collect(Collectors.joining("\n")));
    }

    private static String tu(String lang, String text, String otherLang, String otherText) {
        return "<tu>" + variant(lang, text) + variant(otherLang, otherText) + "</tu>";
    }

    private static String variant(String lang, String text) {
        return "<tuv xml:lang=\"" + lang + "\"><seg>" + text + "</seg></tuv>";
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] replaced(byte[] file, char sign, int... bytes) {
        var out = new ByteArrayOutputStream();
        for (byte b : file) {
            if (b == sign) {
                for (int other : bytes) {
                    out.write(other);
                }
            } else {
                out.write(b);
            }
        }
        return out.toByteArray();
    }
}
