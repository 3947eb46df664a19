package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/// DOCX files of our own, part by part.
final class WordFiles {

    static final String NAMESPACES =
            """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006\"\
            """;

    private static final String RELATIONSHIP =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="png" ContentType="image/png"/>\
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            %s</Types>
            """;

    private static final String RELATIONSHIPS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>
            """;

    private static final String STYLES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles %s>
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Naskh Arabic"/><w:sz w:val="24"/><w:lang w:val="en-GB" w:bidi="fa-IR"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Ttl"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="Kapitel"><w:name w:val="سرفصل"/><w:basedOn w:val="berschrift1"/></w:style>
            <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="720"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Funotentext"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="Funotenzeichen"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>
            </w:styles>
            """;

    private static final String FOOTNOTES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:footnotes %s>\
            <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
            <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\
            %s</w:footnotes>
            """;

    /// One red point.
    private static final String PNG =
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d7"
                    + "63f8cfc000000301010018dd8db00000000049454e44ae426082";

    private WordFiles() {}

    /// A package with a document of these paragraphs and nothing else.
    static ZippedFile of(String body) {
        return parts(body, "", "");
    }

    /// With the picture `rId4`, the link `rId3` and these footnotes.
    static ZippedFile withFootnotes(String body, String footnotes) {
        return parts(
                        body,
                        override("footnotes"),
                        relationship("rId2", "footnotes", "footnotes.xml", ""))
                .with("word/footnotes.xml", FOOTNOTES.formatted(NAMESPACES, footnotes));
    }

    static String override(String part) {
        return "<Override PartName=\"/word/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml\"/>"
                .formatted(part, part.replaceFirst("\\d$", ""));
    }

    static String relationship(String id, String type, String target, String more) {
        return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"%s/>"
                .formatted(id, RELATIONSHIP, type, target, more);
    }

    static ZippedFile parts(String body, String overrides, String relationships) {
        return new ZippedFile()
                .with("[Content_Types].xml", TYPES.formatted(overrides))
                .with(
                        "_rels/.rels",
                        RELATIONSHIPS.formatted(
                                relationship("rId1", "officeDocument", "word/document.xml", "")))
                .with(
                        "word/_rels/document.xml.rels",
                        RELATIONSHIPS.formatted(
                                relationship("rId1", "styles", "styles.xml", "")
                                        + relationship(
                                                "rId3",
                                                "hyperlink",
                                                "https://example.org/lanterns",
                                                " TargetMode=\"External\"")
                                        + relationship("rId4", "image", "media/image1.png", "")
                                        + relationships))
                .with(
                        "word/document.xml",
                        """
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:document %s><w:body>%s<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>
                        """
                                .formatted(NAMESPACES, body))
                .with("word/styles.xml", STYLES.formatted(NAMESPACES))
                .with("word/media/image1.png", java.util.HexFormat.of().parseHex(PNG));
    }

    static String paragraph(String style, String runs) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>".formatted(style, runs);
    }

    static String paragraph(String runs) {
        return "<w:p>" + runs + "</w:p>";
    }

    static String run(String text) {
        return run("", text);
    }

    static String run(String properties, String text) {
        return "<w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r>"
                .formatted(
                        properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>",
                        text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    static String mark(int id) {
        return "<w:r><w:rPr><w:rStyle w:val=\"Funotenzeichen\"/></w:rPr><w:footnoteReference w:id=\"%d\"/></w:r>"
                .formatted(id);
    }

    static String footnote(int id, String runs) {
        return """
        <w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="Funotentext"/></w:pPr>\
        <w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteRef/></w:r>%s</w:p></w:footnote>\
        """
                .formatted(id, runs);
    }

    static String picture() {
        return """
        <w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Picture 1"/>\
        <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
        <pic:nvPicPr><pic:cNvPr id="1" name="lantern.png"/><pic:cNvPicPr/></pic:nvPicPr>\
        <pic:blipFill><a:blip r:embed="rId4"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
        <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>\
        </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>\
        """;
    }

    static String link(String text) {
        return "<w:hyperlink r:id=\"rId3\">%s</w:hyperlink>"
                .formatted(run("<w:rStyle w:val=\"Hyperlink\"/>", text));
    }

    static String table(String... cells) {
        var row = new StringBuilder();
        for (String cell : cells) {
            row.append("<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>")
                    .append(paragraph(run(cell)))
                    .append("</w:tc>");
        }
        return "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
                + "<w:gridCol w:w=\"3000\"/>".repeat(cells.length)
                + "</w:tblGrid><w:tr>"
                + row
                + "</w:tr></w:tbl>";
    }

    /// A chapter with all that a book has.
    static ZippedFile chapter() {
        String body =
                paragraph("Ttl", run("The Keeper of the Lanterns"))
                        + paragraph("Kapitel", run("The first evening"))
                        + paragraph(
                                run("Nobody in the har")
                                        + run("<w:b/>", "bour")
                                        + run(" had seen the ")
                                        + run("<w:i/>", "old keeper")
                                        + run(" since the storm.")
                                        + mark(1)
                                        + run(" They said he ")
                                        + run("<w:b/><w:i/>", "slept")
                                        + run(" below the stairs."))
                        + paragraph(
                                run("More is told in ")
                                        + link("the book of lanterns")
                                        + run(", which has one picture: ")
                                        + picture()
                                        + run(" It shows a flame."))
                        + paragraph("Zitat", run("Who keeps a light keeps a promise."))
                        + paragraph("berschrift2", run("What he left"))
                        + "<w:p><w:pPr><w:pStyle w:val=\"Listenabsatz\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                        + run("A jar of oil")
                        + "</w:p>"
                        + paragraph("")
                        + table("Oil", "Wick & glass")
                        + paragraph("Beschriftung", run("Table 1. His things."))
                        + paragraph(
                                run("The sea was grey,")
                                        + "<w:r><w:br/></w:r>"
                                        + run("the sky was greyer")
                                        + "<w:r><w:tab/></w:r>"
                                        + run("still.")
                                        + mark(2))
                        + paragraph(run("* * *"));
        return withFootnotes(
                body,
                footnote(1, run(" The storm of that ") + run("<w:i/>", "winter") + run("."))
                        + footnote(2, run(" So the song says.")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
