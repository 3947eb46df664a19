package org.bargardan.format;

/// ODT files of our own.
final class OdtFiles {

    private static final String NAMESPACES =
            """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3\"\
            """;

    private static final String CONTENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content %s><office:automatic-styles>\
            <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>\
            <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>\
            <style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>\
            </office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>
            """;

    private static final String STYLES =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-styles %s><office:styles>\
            <style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:style>\
            <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>\
            <style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"/>\
            <style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>\
            </office:styles><office:automatic-styles><style:page-layout style:name="pm1"><style:header-style/></style:page-layout></office:automatic-styles>\
            <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">\
            <style:header><text:p>Running title</text:p></style:header></style:master-page></office:master-styles></office:document-styles>
            """;

    private static final String MANIFEST =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
            <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">%s</manifest:file-entry>\
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>
            """;

    private OdtFiles() {}

    static ZippedFile of(String body) {
        return new ZippedFile()
                .with("mimetype", "application/vnd.oasis.opendocument.text")
                .with("content.xml", CONTENT.formatted(NAMESPACES, body))
                .with("styles.xml", STYLES.formatted(NAMESPACES))
                .with("META-INF/manifest.xml", manifest(""));
    }

    static String manifest(String more) {
        return MANIFEST.formatted(more);
    }

    static String paragraph(String words) {
        return "<text:p text:style-name=\"Standard\">" + words + "</text:p>";
    }

    static String note(int number, String words) {
        return """
        <text:note text:id="ftn%1$d" text:note-class="footnote"><text:note-citation>%1$d</text:note-citation>\
        <text:note-body><text:p text:style-name="Footnote">%2$s</text:p></text:note-body></text:note>\
        """
                .formatted(number, words);
    }

    /// A chapter with all that a book has.
    static ZippedFile chapter() {
        return of(
                "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">The first evening</text:h>"
                        + paragraph(
                                "Nobody in the har<text:span text:style-name=\"T1\">bour</text:span> had seen the"
                                        + " <text:span text:style-name=\"T2\">old keeper</text:span> since the storm."
                                        + note(
                                                1,
                                                "The storm of that <text:span text:style-name=\"T2\">winter</text:span>.")
                                        + " They said he slept.")
                        + paragraph(
                                "More is in <text:a xlink:type=\"simple\" xlink:href=\"https://example.org/lanterns\">the book</text:a>,"
                                        + " see <draw:frame draw:name=\"P\" svg:width=\"1cm\" svg:height=\"1cm\" text:anchor-type=\"as-char\">"
                                        + "<draw:image xlink:href=\"Pictures/1.png\" xlink:type=\"simple\"/></draw:frame> here.")
                        + "<text:p text:style-name=\"P1\">Who keeps a light keeps a promise.</text:p>"
                        + "<text:list><text:list-item>"
                        + paragraph("A jar of oil")
                        + "</text:list-item></text:list>"
                        + "<table:table table:name=\"T\"><table:table-column/><table:table-column/><table:table-row>"
                        + "<table:table-cell>"
                        + paragraph("Oil")
                        + "</table:table-cell><table:table-cell>"
                        + paragraph("Wick &amp; glass")
                        + "</table:table-cell></table:table-row></table:table>"
                        + paragraph(
                                "The sea was grey,<text:line-break/>the sky<text:s text:c=\"2\"/> was<text:tab/>greyer."
                                        + note(2, "So the song says."))
                        + paragraph("* * *"));
    }
}
