package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import org.bargardan.format.FormatProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedZipTest {

    private static final ContainerLimits SMALL =
            new ContainerLimits(100_000, 3, 2_000_000, 2_500_000, 100, 10_000, 100, 10, 100, 1_000);

    @Test
    void anArchiveComesBackAsItWasWithMimetypeFirstAndUnpacked() throws Exception {
        byte[] archive = new ZippedFile().with("یک.xml", "سلام").with("mimetype", "a/b").bytes();
        var zip = BoundedZip.of(archive, ContainerLimits.DEFAULT);
        var out = new ByteArrayOutputStream();
        zip.write(Map.of("two", "new".getBytes(UTF_8)), out);
        var written = ZippedFile.of(out.toByteArray());
        assertThat(written.entries().keySet()).containsExactly("mimetype", "یک.xml", "two");
        assertThat(written.text("یک.xml")).isEqualTo("سلام");
        assertThat(new String(out.toByteArray(), ISO_8859_1))
                .startsWith("PK")
                .contains("mimetypea/b");
        var again = new ByteArrayOutputStream();
        zip.write(Map.of("two", "new".getBytes(UTF_8)), again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "a/../../b",
                "/etc/a",
                "..\\a",
                "a\\b",
                "C:/a",
                "a/./b",
                "a\nb",
                "a/.."
            })
    void namesThatLeadOutOfTheArchiveAreRefused(String name) {
        assertThat(refusal(new ZippedFile().with(name, "x").bytes()))
                .isEqualTo(Kind.CONTAINER_BAD_NAME);
    }

    @Test
    void aNameThatComesTwiceIsRefused() {
        byte[] archive = new ZippedFile().with("a1", "x").with("a2", "y").bytes();
        assertThat(refusal(replaced(archive, "a2", "a1"))).isEqualTo(Kind.CONTAINER_BAD_NAME);
    }

    @Test
    void bombsAreRefusedByTheirSizeTheirRatioAndTheirNumber() {
        assertThat(refusal(new ZippedFile().with("a", new byte[1_900_000]).bytes()))
                .isEqualTo(Kind.CONTAINER_TOO_TIGHT);
        assertThat(refusal(new ZippedFile().with("a", new byte[2_000_001]).bytes()))
                .isEqualTo(Kind.CONTAINER_TOO_LARGE);
        assertThat(
                        refusal(
                                new ZippedFile()
                                        .with("a", new byte[900_000])
                                        .with("b", new byte[900_000])
                                        .with("c", new byte[900_000])
                                        .bytes()))
                .isEqualTo(Kind.CONTAINER_TOO_LARGE);
        assertThat(
                        refusal(
                                new ZippedFile()
                                        .with("a", "")
                                        .with("b", "")
                                        .with("c", "")
                                        .with("d", "")
                                        .bytes()))
                .isEqualTo(Kind.CONTAINER_TOO_MANY_FILES);
        assertThat(refusal(new byte[100_001])).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void anArchiveThatTellsWrongLengthsIsRefused() {
        byte[] archive = new ZippedFile().with("mimetype", "0123456789").bytes();
        int central = new String(archive, ISO_8859_1).indexOf("PK\1\2");
        for (int field : new int[] {16, 20, 24, 42}) {
            assertThat(refusal(changed(archive, central + field, 1)))
                    .as("field %d", field)
                    .isNotNull();
        }
        for (int field : new int[] {14, 18, 22}) {
            assertThat(refusal(changed(archive, field, 1))).as("field %d", field).isNotNull();
        }
    }

    @Test
    void encryptedAndCutOffArchivesAreRefused() {
        byte[] archive = new ZippedFile().with("a", "0123456789").bytes();
        int central = new String(archive, ISO_8859_1).indexOf("PK\1\2");
        assertThat(refusal(changed(archive, central + 8, 1))).isEqualTo(Kind.CONTAINER_ENCRYPTED);
        for (int length = 0; length < archive.length; length++) {
            assertThat(refusal(Arrays.copyOf(archive, length))).isEqualTo(Kind.CONTAINER_DAMAGED);
        }
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() {
        byte[] archive = new ZippedFile().with("a", "x").with("b", "x").bytes();
        var text = new String(archive, ISO_8859_1);
        int second = text.lastIndexOf("PK\1\2");
        byte[] overlapping = archive.clone();
        Arrays.fill(overlapping, second + 42, second + 46, (byte) 0);
        assertThat(refusal(overlapping)).isEqualTo(Kind.CONTAINER_DAMAGED);
    }

    @Test
    void xmlIsRefusedForItsDepthItsNumberOfElementsAndItsDocumentType() {
        assertThat(xmlRefusal("<a>".repeat(11) + "</a>".repeat(11)))
                .isEqualTo(Kind.CONTAINER_XML_TOO_COMPLEX);
        assertThat(xmlRefusal("<a>" + "<b/>".repeat(100) + "</a>"))
                .isEqualTo(Kind.CONTAINER_XML_TOO_COMPLEX);
        assertThat(xmlRefusal("<a>" + "<b>".repeat(1000)))
                .isEqualTo(Kind.CONTAINER_XML_TOO_COMPLEX);
        assertThat(xmlRefusal("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"))
                .isEqualTo(Kind.CONTAINER_DOCUMENT_TYPE);
        assertThat(xmlRefusal("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
                .isEqualTo(Kind.CONTAINER_DOCUMENT_TYPE);
        assertThat(xmlRefusal("<a>&b;</a>")).isEqualTo(Kind.CONTAINER_XML_DAMAGED);
        assertThat(xmlRefusal("<a>")).isEqualTo(Kind.CONTAINER_XML_DAMAGED);
        assertThat(xmlRefusal("<a>\uFDD0</a>")).isEqualTo(Kind.NOT_STORABLE);
        assertThat(xmlRefusal("<?xml version='1.0' encoding='no-such'?><a/>"))
                .isEqualTo(Kind.CONTAINER_XML_DAMAGED);
        assertThat(xmlRefusal(" ".repeat(10_001))).isEqualTo(Kind.CONTAINER_TOO_LARGE);
    }

    private static Kind refusal(byte[] archive) {
        return catchThrowableOfType(RefusedFile.class, () -> BoundedZip.of(archive, SMALL))
                .problem()
                .kind();
    }

    private static Kind xmlRefusal(String xml) {
        return catchThrowableOfType(
                        RefusedFile.class,
                        () -> new XmlGuard(SMALL).check(xml.getBytes(UTF_8), "a.xml"))
                .problem()
                .kind();
    }

    private static byte[] changed(byte[] archive, int at, int bits) {
        byte[] changed = archive.clone();
        changed[at] ^= (byte) bits;
        return changed;
    }

    private static byte[] replaced(byte[] archive, String old, String replacement) {
        return new String(archive, ISO_8859_1).replace(old, replacement).getBytes(ISO_8859_1);
    }
}
