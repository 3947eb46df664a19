package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.HtmlTags.Tag;
import org.bargardan.text.Direction;

/// What the package document of an EPUB says: which pages it has, in which order and language.
///
/// - **Source**: EPUB 3.3, §5; OPF 2.0.1, §2.
/// - **Refused**: archives without such a document, and books whose pages are encrypted. Fonts that
///   are only obfuscated harm nobody.
///
/// @param path of the package document in the archive
/// @param pages paths of what is read, in order, without the navigation
/// @param navigation paths of the navigation document and of the one for older programs
record EpubPackage(
        String path, String text, boolean isEpub3, List<String> pages, List<String> navigation) {

    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";
    private static final Set<String> PAGE_TYPES = Set.of("application/xhtml+xml", "text/html");
    private static final String NCX_TYPE = "application/x-dtbncx+xml";
    private static final Set<String> OBFUSCATIONS =
            Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#rc");

    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE[^\\[<>]*>");
    private static final Pattern NAMED =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;");
    private static final Pattern XML_ENCODING =
            Pattern.compile("^(<\\?xml\\b[^>]*?)\\bencoding\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
    private static final Pattern LANGUAGE =
            Pattern.compile("(<dc:language\\b[^>]*>)([^<]*)(</dc:language\\s*>)");

    EpubPackage {
        pages = List.copyOf(pages);
        navigation = List.copyOf(navigation);
    }

    static EpubPackage of(BoundedZip zip, ContainerLimits limits) throws RefusedFile {
        if (!zip.has(CONTAINER)) {
            throw new RefusedFile(Kind.OTHER_FORMAT, "EPUB");
        }
        refuseProtected(zip, limits);
        String container = xml(zip, CONTAINER, limits).text();
        String path =
                tags(container, "rootfile").stream()
                        .flatMap(tag -> tag.attribute("full-path").stream())
                        .findFirst()
                        .orElseThrow(() -> new RefusedFile(Kind.OTHER_FORMAT, "EPUB"));
        return of(zip, path, xml(zip, path, limits).text());
    }

    /// A part that is well-formed XML with nothing in it that could be harmful. Pages of EPUB 2
    /// name the document type of XHTML, and use the names it has for characters; neither is looked
    /// up.
    static MarkupFile xml(BoundedZip zip, String path, ContainerLimits limits) throws RefusedFile {
        byte[] bytes =
                zip.bytes(path).orElseThrow(() -> new RefusedFile(Kind.OTHER_FORMAT, "EPUB"));
        MarkupFile file = MarkupFile.of(bytes, "", markupLimits(limits));
        String plain = DOCUMENT_TYPE.matcher(file.text()).replaceFirst("");
        plain = NAMED.matcher(plain).replaceAll(" ");
        plain = XML_ENCODING.matcher(plain).replaceFirst("$1");
        new XmlGuard(limits).check(plain.getBytes(UTF_8), path);
        return file;
    }

    static MarkupLimits markupLimits(ContainerLimits limits) {
        return new MarkupLimits(
                limits.maxXmlBytes(),
                limits.maxParagraphs(),
                limits.maxParagraphCodePoints(),
                limits.maxDepth(),
                MarkupLimits.DEFAULT.maxSteps());
    }

    private static void refuseProtected(BoundedZip zip, ContainerLimits limits) throws RefusedFile {
        if (!zip.has(ENCRYPTION)) {
            return;
        }
        String encryption = xml(zip, ENCRYPTION, limits).text();
        boolean hasKeys =
                methods(encryption)
                        .anyMatch(
                                method -> !OBFUSCATIONS.contains(method.toLowerCase(Locale.ROOT)));
        if (hasKeys) {
            String name =
                    zip.has("META-INF/license.lcpl")
                            ? "Readium LCP"
                            : zip.has("META-INF/sinf.xml")
                                    ? "Apple FairPlay"
                                    : zip.has("META-INF/rights.xml") ? "Adobe ADEPT" : "DRM";
            throw new RefusedFile(Kind.EPUB_PROTECTED, name);
        }
    }

    private static java.util.stream.Stream<String> methods(String encryption) {
        return all(encryption).stream()
                .filter(tag -> tag.name().endsWith("encryptionmethod"))
                .map(tag -> tag.attribute("algorithm").orElse(""));
    }

    private static EpubPackage of(BoundedZip zip, String path, String text) {
        Map<String, Tag> items = new HashMap<>();
        var navigation = new ArrayList<String>();
        tags(text, "item")
                .forEach(item -> item.attribute("id").ifPresent(id -> items.put(id, item)));
        for (Tag item : items.values()) {
            if (item.words("properties").contains("nav")) {
                address(path, item).filter(zip::has).ifPresent(navigation::addFirst);
            } else if (item.attribute("media-type").orElse("").equals(NCX_TYPE)) {
                address(path, item).filter(zip::has).ifPresent(navigation::addLast);
            }
        }
        List<String> pages =
                tags(text, "itemref").stream()
                        .flatMap(ref -> ref.attribute("idref").stream())
                        .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                        .filter(item ->
                                PAGE_TYPES.contains(item.attribute("media-type").orElse("")))
                        .flatMap(item -> address(path, item).stream())
                        .filter(page -> zip.has(page) && !navigation.contains(page))
                        .distinct()
                        .toList();
        boolean isEpub3 =
                tags(text, "package").stream()
                        .anyMatch(tag -> tag.attribute("version").orElse("").startsWith("3"));
        return new EpubPackage(path, text, isEpub3, pages, navigation);
    }

    private static Optional<String> address(String path, Tag item) {
        try {
            URI folder = new URI(null, null, "/" + path, null);
            String href = item.attribute("href").orElse("").replace("&amp;", "&");
            return Optional.ofNullable(folder.resolve(href.replace(" ", "%20")).getPath())
                    .filter(found -> found.startsWith("/"))
                    .map(found -> found.substring(1));
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            // An address that is none leads to no page.
            return Optional.empty();
        }
    }

    private static List<Tag> tags(String text, String name) {
        return all(text).stream()
                .filter(tag -> tag.name().replaceFirst("^[^:]*:", "").equals(name))
                .toList();
    }

    private static List<Tag> all(String text) {
        var found = new ArrayList<Tag>();
        var tags = new HtmlTags(text);
        for (Optional<Tag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
            if (!tag.get().isClosing()) {
                found.add(tag.get());
            }
        }
        return found;
    }

    /// The package document of a translation: its language, and the side on which its pages turn.
    ///
    /// @param titles headings in the source and as they are translated, of which the book's name
    ///   may be one
    String in(String language, Map<String, String> titles) {
        String translated =
                LANGUAGE.matcher(text)
                        .replaceFirst(
                                "$1" + java.util.regex.Matcher.quoteReplacement(language) + "$3");
        translated = XML_ENCODING.matcher(translated).replaceFirst("$1encoding=\"UTF-8\"");
        var written = new StringBuilder();
        int done = 0;
        var tags = new HtmlTags(translated);
        for (Optional<Tag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
            if (tag.get().isClosing()) {
                continue;
            }
            if (tag.get().name().endsWith("spine") && isEpub3) {
                written.append(translated, done, tag.get().start());
                written.append(turned(tag.get(), language).raw());
                done = tag.get().end();
            } else if (tag.get().name().equals("dc:title")) {
                int end = translated.indexOf('<', tag.get().end());
                String title =
                        translated.substring(tag.get().end(), Math.max(tag.get().end(), end));
                String other = titles.get(title.strip().replace("&amp;", "&"));
                if (other != null) {
                    written.append(translated, done, tag.get().end());
                    written.append(HtmlText.escaped(other));
                    done = end;
                }
            }
        }
        return written.append(translated, done, translated.length()).toString();
    }

    private static Tag turned(Tag spine, String language) {
        String attribute = "page-progression-direction";
        if (Direction.of(language) == Direction.RTL) {
            return spine.with(attribute, "rtl");
        }
        return spine.attribute(attribute).isPresent() ? spine.with(attribute, "ltr") : spine;
    }
}
