package org.bargardan.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Draws a page of a PDF, for a person to compare with what was read.
///
/// - **Input**: a file that [PdfText] has read, so that its streams are known to be of bearable
///   size; a page counted from 1; a width in pixels.
/// - **Output**: a PNG; empty if the page cannot be drawn, or its pictures have more than
///   [#MOST_PIXELS].
/// - One page is drawn at a time in the whole program, since each takes tens of megabytes.
public final class PdfPicture {

    public static final int WIDTH = 1_000;

    private static final long MOST_PIXELS = 40_000_000;
    private static final float MOST_SCALE = 4;
    private static final float MOST_LENGTHS = 4;
    private static final int DEPTH = 4;
    private static final Object ONE_AT_A_TIME = new Object();

    private PdfPicture() {}

    static {
        PdfFonts.use();
    }

    public static Optional<byte[]> of(byte[] file, int page) {
        synchronized (ONE_AT_A_TIME) {
            try (var document =
                    Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
                return page < 1 || page > document.getNumberOfPages()
                        ? Optional.empty()
                        : drawn(document, page - 1);
            } catch (IOException | RuntimeException e) {
                // The text was read; a picture that is missing says so on the screen.
                return Optional.empty();
            } catch (StackOverflowError | OutOfMemoryError e) {
                return Optional.empty();
            }
        }
    }

    private static Optional<byte[]> drawn(PDDocument document, int index) throws IOException {
        var page = document.getPage(index);
        var box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float width = turned ? box.getHeight() : box.getWidth();
        float height = turned ? box.getWidth() : box.getHeight();
        if (!(width > 0)
                || height > MOST_LENGTHS * width
                || pixels(page.getResources(), 0) > MOST_PIXELS) {
            return Optional.empty();
        }
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage picture =
                renderer.renderImage(index, Math.min(MOST_SCALE, WIDTH / width), ImageType.RGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return Optional.of(out.toByteArray());
    }

    /// Of all pictures that a page may show.
    private static long pixels(PDResources resources, int depth) throws IOException {
        if (resources == null || depth > DEPTH) {
            return 0;
        }
        long pixels = 0;
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                var image = (PDImageXObject) resources.getXObject(name);
                pixels += (long) image.getWidth() * image.getHeight();
            } else if (resources.getXObject(name) instanceof PDFormXObject form) {
                pixels += pixels(form.getResources(), depth + 1);
            }
        }
        return pixels;
    }
}
