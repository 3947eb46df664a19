package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/// Makes those test files that no program prints, from those that one did.
///
/// Arguments: the folder of the PDFs, the file of the font DejaVu Sans.
final class DerivedPdfs {

    /// What stands in `old-program.tsv`.
    private static final List<String> LINES =
            List.of(
                    "این کتاب (چاپ دوم) در سال ۱۳۴۲ در تهران به چاپ رسید.",
                    "نویسنده می‌گوید: «سلام بر لاله‌ها» و از Karl Marx نام می‌برد.",
                    "در صفحهٔ ۱۲ [پیوست الف] فهرست اعلام آمده است.");

    private DerivedPdfs() {}

    public static void main(String[] arguments) throws IOException, ArabicShapingException {
        var folder = Path.of(arguments[0]);
        withoutLetters(folder);
        rotated(folder);
        encrypted(folder);
        scanned(folder);
        asAnOldProgram(folder, new File(arguments[1]));
    }

    /// The tables by which text can be copied are left out: the file's, whose letters can still be
    /// found in the font, and then the font's too.
    private static void withoutLetters(Path folder) throws IOException {
        for (boolean alsoInFont : new boolean[] {false, true}) {
            try (var pdf = Loader.loadPDF(folder.resolve("plain.pdf").toFile())) {
                for (var page : pdf.getPages()) {
                    var fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
                    for (var name : fonts.keySet()) {
                        var font = fonts.getCOSDictionary(name);
                        font.removeItem(COSName.TO_UNICODE);
                        if (alsoInFont) {
                            withoutTables(font);
                        }
                    }
                    page.getCOSObject().setItem(COSName.CONTENTS, withoutActualText(pdf, page));
                }
                var name = alsoInFont ? "unknown-letters.pdf" : "no-to-unicode.pdf";
                pdf.save(folder.resolve(name).toFile());
            }
        }
    }

    private static void withoutTables(COSDictionary font) throws IOException {
        var descendant = (COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
        var file = descendant.getCOSDictionary(COSName.FONT_DESC).getCOSStream(COSName.FONT_FILE2);
        byte[] bytes;
        try (var in = file.createInputStream()) {
            bytes = in.readAllBytes();
        }
        var text = new String(bytes, 0, 400, ISO_8859_1);
        for (var table : List.of("cmap", "post")) {
            int at = text.indexOf(table);
            if (at >= 0) {
                bytes[at] = 'x';
            }
        }
        try (var out = file.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
    }

    private static COSStream withoutActualText(PDDocument pdf, PDPage page) throws IOException {
        var content = new String(page.getContents().readAllBytes(), ISO_8859_1);
        var stream = pdf.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(
                    content.replaceAll("/ActualText\\s*(?:<[^>]*>|\\((?:\\\\.|[^)])*\\))", "")
                            .getBytes(ISO_8859_1));
        }
        return stream;
    }

    /// Every page lies on its side and says so; the last one does not say so.
    private static void rotated(Path folder) throws IOException {
        try (var pdf = Loader.loadPDF(folder.resolve("plain.pdf").toFile())) {
            for (var page : pdf.getPages()) {
                var box = page.getMediaBox();
                try (var content =
                        new PDPageContentStream(pdf, page, AppendMode.PREPEND, true, false)) {
                    content.transform(new Matrix(0, 1, -1, 0, box.getHeight(), 0));
                }
                var turned = new PDRectangle(box.getHeight(), box.getWidth());
                page.setMediaBox(turned);
                page.setCropBox(turned);
                page.setRotation(page == pdf.getPage(pdf.getNumberOfPages() - 1) ? 0 : 90);
            }
            pdf.save(folder.resolve("rotated.pdf").toFile());
        }
    }

    private static void encrypted(Path folder) throws IOException {
        try (var pdf = Loader.loadPDF(folder.resolve("vowels.pdf").toFile())) {
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(256);
            pdf.protect(policy);
            pdf.save(folder.resolve("encrypted.pdf").toFile());
        }
    }

    private static void scanned(Path folder) throws IOException {
        try (var source = Loader.loadPDF(folder.resolve("vowels.pdf").toFile());
                var pdf = new PDDocument()) {
            BufferedImage image =
                    new PDFRenderer(source).renderImageWithDPI(0, 100, ImageType.BINARY);
            var page = new PDPage(source.getPage(0).getMediaBox());
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(pdf, image),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            pdf.save(folder.resolve("scanned.pdf").toFile());
        }
    }

    /// Letters as their forms, brackets as they are seen, from left to right, without spaces.
    private static void asAnOldProgram(Path folder, File fontFile)
            throws IOException, ArabicShapingException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage(new PDRectangle(380, 200));
            pdf.addPage(page);
            var font = PDType0Font.load(pdf, fontFile);
            try (var content = new PDPageContentStream(pdf, page)) {
                for (int i = 0; i < LINES.size(); i++) {
                    float y = 150 - 20 * i;
                    float x = 350 - width(font, seen(LINES.get(i)));
                    for (var word : seen(LINES.get(i)).split(" ")) {
                        content.beginText();
                        content.setFont(font, 11);
                        content.newLineAtOffset(x, y);
                        content.showText(word);
                        content.endText();
                        x += width(font, word) + width(font, " ");
                    }
                }
            }
            pdf.save(folder.resolve("old-program.pdf").toFile());
        }
    }

    private static float width(PDType0Font font, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * 11;
    }

    private static String seen(String line) throws ArabicShapingException {
        var shaped =
                new ArabicShaping(
                                ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL)
                        .shape(line)
                        .replace("\u200C", "");
        return new Bidi(shaped, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING);
    }
}
