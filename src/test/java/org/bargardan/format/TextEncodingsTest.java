package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.bargardan.format.Detection.NotText;
import org.bargardan.format.Detection.Reading;
import org.bargardan.format.Detection.Reason;
import org.bargardan.format.Detection.Unsure;
import org.bargardan.format.Detection.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingsTest {

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Without the letters that only Persian has, as the Arabic charsets lack them.
    private static final String PERSIAN =
            """
            باران که بند آمد، مادر فانوس را از روي طاق برداشت و در خانه را باز کرد.
            از آن سوي رود صداي مردي مي آمد که نام او را كسي به ياد نداشت؛ اين را همه مي دانستند.
            """
                    .replace('ی', 'ي')
                    .replace('ک', 'ك');

    private static final String ENGLISH =
            """
            When the rain was over, the mother took the lantern from the sill and opened the door of the house.
            From the far side of the river came the voice of a man in a café, and nobody knew his name.
            """;

    private static final long SEED = 77;

    @Test
    void validUtf8IsCertain() {
        assertThat(TextEncodings.detect(PERSIAN.getBytes(UTF_8))).isEqualTo(new Utf8(false));
        assertThat(TextEncodings.detect("hello".getBytes(UTF_8))).isEqualTo(new Utf8(false));
        assertThat(TextEncodings.detect("\uFEFFسلام".getBytes(UTF_8))).isEqualTo(new Utf8(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "UTF-16LE", "UTF-16BE", "ISO-8859-6", "x-MacArabic"})
    void aPersianTextIsReadLikeliestInItsOwnCharset(String name) {
        Charset charset = Charset.forName(name);
        List<Reading> readings = readings(PERSIAN.getBytes(charset));
        assertThat(readings.getFirst().preview()).isEqualTo(PERSIAN);
        assertThat(readings).extracting(Reading::charset).contains(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void anEnglishTextIsReadLikeliestInItsOwnCharset(String name) {
        Charset charset = Charset.forName(name);
        List<Reading> readings = readings(ENGLISH.getBytes(charset));
        assertThat(readings.getFirst().preview()).contains("a café, and nobody");
        assertThat(readings).extracting(Reading::charset).contains(charset);
    }

    @Test
    void onlyWindowsHasCurlyQuotationMarksAmongTheLatinCharsets() {
        byte[] file =
                ENGLISH.replace("his name", "\u201Chis\u201D naïve Ñandú").getBytes(WINDOWS_1252);
        assertThat(readings(file).getFirst().charset()).isEqualTo(WINDOWS_1252);
    }

    @Test
    void persianLettersOfWindowsAreKnownThoughItHasNoPersianYeh() {
        byte[] file = (PERSIAN + " پنجره گل چراغ ژرف").getBytes(WINDOWS_1256);
        assertThat(readings(file).getFirst().charset()).isEqualTo(WINDOWS_1256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkPutsItsCharsetFirst(String name) {
        for (String text : List.of("سلام", "Hi", PERSIAN, ENGLISH)) {
            Reading reading =
                    readings(("\uFEFF" + text).getBytes(Charset.forName(name))).getFirst();
            assertThat(reading.charset()).isEqualTo(Charset.forName(name));
            assertThat(reading.bom()).isTrue();
            assertThat(reading.preview()).isEqualTo(text);
        }
    }

    @Test
    void shortTextsWithoutAMarkAreShownToo() {
        assertThat(readings("سلام بر شما".getBytes(UTF_16LE)).getFirst().charset())
                .isEqualTo(UTF_16LE);
        assertThat(readings("سلام بر شما".getBytes(WINDOWS_1256)).getFirst().charset())
                .isEqualTo(WINDOWS_1256);
        assertThat(readings("Yes, a café.".getBytes(ISO_8859_1)).getFirst().preview())
                .isEqualTo("Yes, a café.");
    }

    @Test
    void everyReadingCanBeReadAndWrittenBack() {
        for (Reading reading : readings(PERSIAN.getBytes(WINDOWS_1256))) {
            assertThat(
                            new PlainText(TextLimits.DEFAULT)
                                    .read(PERSIAN.getBytes(WINDOWS_1256), reading.charset()))
                    .isInstanceOf(ReadResult.Read.class);
        }
    }

    @Test
    void atMostThreeReadingsAreShownTheLikeliestFirst() {
        List<Reading> readings = readings(PERSIAN.getBytes(WINDOWS_1256));
        assertThat(readings).hasSizeBetween(1, 3);
        assertThat(readings)
                .isSortedAccordingTo((a, b) -> Double.compare(b.likelihood(), a.likelihood()));
    }

    @Test
    void thePreviewShowsWhereCharsetsDiffer() {
        byte[] file = ("It was late. ".repeat(100) + ENGLISH).getBytes(WINDOWS_1252);
        assertThat(readings(file).getFirst().preview()).contains("café");
    }

    @Test
    void oneStrayControlCharacterMakesNoBinaryFile() {
        assertThat(TextEncodings.detect("سلام\u0002 بر شما".getBytes(UTF_8)))
                .isEqualTo(new Utf8(false));
    }

    @Test
    void aCutUtf8FileIsOfferedAsUtf8() {
        byte[] whole = PERSIAN.strip().getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 2);
        assertThat(readings(cut).getFirst().charset()).isEqualTo(UTF_8);
    }

    @Test
    void bytesOfNoTextAreBinary() {
        var random = new GeneratedTexts(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = random.bytes(200 + random.below(5000));
            assertThat(TextEncodings.detect(bytes))
                    .as("bytes %d of seed %d", i, SEED)
                    .isEqualTo(new NotText(Reason.BINARY));
        }
        assertThat(reason(new byte[1000])).isEqualTo(Reason.BINARY);
        assertThat(reason("one\0\0\0two\0three".getBytes(UTF_8))).isEqualTo(Reason.BINARY);
        assertThat(reason(new byte[] {1, 2, 3})).isEqualTo(Reason.BINARY);
    }

    @Test
    void filesPeopleTakeForTextAreNamed() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(latin1("%PDF-1.7\n%âãÏÓ\n"))).isEqualTo(Reason.PDF);
        assertThat(reason(latin1("PK\3\4\24\0\6\0"))).isEqualTo(Reason.ZIP_OR_OFFICE);
        assertThat(reason(latin1("ÐÏ\u0011à¡±\u001Aá\0\0"))).isEqualTo(Reason.OLD_OFFICE);
        assertThat(reason(latin1("\u0089PNG\r\n\u001A\n"))).isEqualTo(Reason.IMAGE);
        assertThat(reason(latin1("ÿØÿà\0\u0010JFIF"))).isEqualTo(Reason.IMAGE);
        assertThat(new NotText(Reason.PDF).problem().kind()).isEqualTo(FormatProblem.Kind.PDF);
    }

    private static List<Reading> readings(byte[] file) {
        assertThat(TextEncodings.detect(file)).isInstanceOf(Unsure.class);
        return ((Unsure) TextEncodings.detect(file)).readings();
    }

    private static Reason reason(byte[] file) {
        assertThat(TextEncodings.detect(file)).isInstanceOf(NotText.class);
        return ((NotText) TextEncodings.detect(file)).reason();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
