package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bargardan.format.Detection.NotText;
import org.bargardan.format.Detection.Reading;
import org.bargardan.format.Detection.Reason;
import org.bargardan.format.Detection.Unsure;
import org.bargardan.format.Detection.Utf8;
import org.bargardan.format.TextEncoding.Decoded;

/// Finds out in which charset a text file is, and asks where it cannot know.
///
/// - **Input**: the whole file.
/// - **Output**: UTF-8 when the bytes are that and no control characters; otherwise the likeliest
///   readings to choose from, never a silent guess. A reading is offered only if it decodes
///   strictly and encodes back to the same bytes. One exception: a file with a few broken places in
///   UTF-8 is offered as UTF-8, and [PlainText] will name the place.
/// - **Order**: [TextLikelihood] of the file's beginning, a byte order mark, and ICU's detector as
///   a witness of a tenth.
/// - Stateless, thread-safe.
public final class TextEncodings {

    private static final int READINGS = 3;
    private static final int SAMPLE = 50_000;
    private static final int PREVIEW = 240;
    private static final int PREVIEW_BEFORE = 60;
    private static final double LEAST_LIKELY = 0.3;
    private static final double WITNESS = 0.1;
    private static final char DELETE = 0x7F;
    private static final double CONTROLS_TOLERATED = 0.01;
    private static final double BROKEN_TOLERATED = 0.02;

    /// Of equally likely readings the first is shown first. Not all are in every JDK.
    private static final List<Charset> WITHOUT_MARK =
            Stream.of(
                            "windows-1256",
                            "windows-1252",
                            "ISO-8859-1",
                            "ISO-8859-6",
                            "x-MacArabic",
                            "x-MacFarsi",
                            "UTF-16LE",
                            "UTF-16BE")
                    .filter(Charset::isSupported)
                    .map(Charset::forName)
                    .toList();

    // UTF-32 before UTF-16, whose mark is the beginning of the other's.
    private static final List<Charset> WITH_MARK =
            List.of(TextEncoding.UTF_32LE, TextEncoding.UTF_32BE, UTF_16LE, UTF_16BE);

    private TextEncodings() {}

    public static Detection.OfText detect(byte[] file) {
        Optional<Reason> reason = FileSignatures.reason(file);
        if (reason.isPresent()) {
            return new NotText(reason.get());
        }
        TextEncoding utf8 = TextEncoding.of(file, UTF_8);
        if (utf8.decode(file) instanceof Decoded.Text(String text) && !isControlled(text)) {
            return new Utf8(utf8.bom());
        }
        List<Reading> readings = readings(file);
        return readings.isEmpty() ? new NotText(Reason.BINARY) : new Unsure(readings);
    }

    private static List<Reading> readings(byte[] file) {
        Map<String, Double> witness = witness(file);
        var readings = new ArrayList<Reading>();
        brokenUtf8(file).ifPresent(readings::add);
        for (TextEncoding encoding : candidates(file)) {
            if (encoding.decode(file) instanceof Decoded.Text(String text)
                    && text.indexOf('\0') < 0
                    && encoding.encode(text)
                            .filter(back -> Arrays.equals(back, file))
                            .isPresent()) {
                readings.add(reading(encoding, text, witness));
            }
        }
        // Beside a likely reading the others are shown too: a person sees at once which is right.
        return readings.stream().anyMatch(reading -> reading.likelihood() >= LEAST_LIKELY)
                ? readings.stream()
                        .sorted(Comparator.comparingDouble(Reading::likelihood).reversed())
                        .limit(READINGS)
                        .toList()
                : List.of();
    }

    private static List<TextEncoding> candidates(byte[] file) {
        var candidates = new ArrayList<TextEncoding>();
        for (Charset charset : WITH_MARK) {
            TextEncoding encoding = TextEncoding.of(file, charset);
            if (encoding.bom()) {
                candidates.add(encoding);
            }
        }
        for (Charset charset : WITHOUT_MARK) {
            var encoding = new TextEncoding(charset, false);
            if (!TextEncoding.of(file, charset).bom()) {
                candidates.add(encoding);
            }
        }
        return candidates;
    }

    private static Reading reading(
            TextEncoding encoding, String text, Map<String, Double> witness) {
        String sample = sample(text);
        double likelihood = TextLikelihood.of(sample);
        if (likelihood > 0) {
            String name = encoding.charset().name().toLowerCase(Locale.ROOT);
            likelihood = likelihood * (1 - WITNESS) + WITNESS * witness.getOrDefault(name, 0.0);
        }
        return new Reading(
                encoding.charset(),
                encoding.bom(),
                preview(text),
                encoding.bom() ? Math.max(likelihood, 1 - WITNESS) : likelihood);
    }

    /// What ICU's detector believes, by charset, 0 to 1.
    private static Map<String, Double> witness(byte[] file) {
        var confidence = new HashMap<String, Double>();
        var detector = new CharsetDetector();
        detector.setText(file);
        for (CharsetMatch match : detector.detectAll()) {
            confidence.merge(
                    match.getName().toLowerCase(Locale.ROOT),
                    match.getConfidence() / 100.0,
                    Math::max);
        }
        return confidence;
    }

    private static Optional<Reading> brokenUtf8(byte[] file) {
        TextEncoding utf8 = TextEncoding.of(file, UTF_8);
        String text = new String(file, UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
        return broken == 0
                        || broken > Math.max(1, beyondAscii * BROKEN_TOLERATED)
                        || beyondAscii < 8
                        || isControlled(text)
                ? Optional.empty()
                : Optional.of(
                        new Reading(
                                UTF_8,
                                utf8.bom(),
                                preview(utf8.bom() ? text.substring(1) : text),
                                1 - WITNESS));
    }

    /// More than a stray control character; UTF-16 without a mark is valid UTF-8 full of them.
    private static boolean isControlled(String text) {
        long controls =
                text.chars()
                        .filter(c -> c <= DELETE && Character.isISOControl(c) && !isSpace(c))
                        .count();
        return text.indexOf('\0') >= 0
                || controls > Math.max(1, text.length() * CONTROLS_TOLERATED);
    }

    private static boolean isSpace(int c) {
        return TextLine.isWhiteSpace((char) c);
    }

    private static String sample(String text) {
        return text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
    }

    private static String preview(String text) {
        int special = 0;
        while (special < text.length() && text.charAt(special) < 0x80) {
            special++;
        }
        int start = special == text.length() ? 0 : Math.max(0, special - PREVIEW_BEFORE);
        start = Math.min(start, Math.max(0, text.length() - PREVIEW));
        while (start > 0 && start < special && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        while (start < text.length() - 1 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = Math.min(text.length(), start + PREVIEW);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
