package org.bargardan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PdfPictureTest {

    @Test
    void aPageIsDrawnWithInkOnIt() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(drawn("plain", 1)));
        assertThat(picture.getWidth()).isBetween(PdfPicture.WIDTH - 1, PdfPicture.WIDTH + 1);
        int dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
            }
        }
        assertThat(dark).isGreaterThan(2_000);
    }

    @Test
    void thereIsNoPictureOfAPageThatIsNotThere() throws IOException {
        assertThat(PdfPicture.of(file("plain"), 0)).isEmpty();
        assertThat(PdfPicture.of(file("plain"), 99)).isEmpty();
        assertThat(PdfPicture.of("%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1))
                .isEmpty();
    }

    private static byte[] drawn(String name, int page) throws IOException {
        return PdfPicture.of(file(name), page).orElseThrow();
    }

    private static byte[] file(String name) throws IOException {
        try (var in = PdfPictureTest.class.getResourceAsStream("/format/pdf/" + name + ".pdf")) {
            return in.readAllBytes();
        }
    }
}
