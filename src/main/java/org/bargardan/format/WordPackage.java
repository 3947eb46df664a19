package org.bargardan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bargardan.format.FormatProblem.Kind;

/// The parts of a DOCX (ECMA-376, part 2: Open Packaging Conventions), looked through before a
/// filter sees them.
final class WordPackage {

    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// What an [Part] of a package that the filter is given may hold.
    private static final Map<String, Part> PARTS =
            Map.of(
                    WORD + "document.main+xml",
                    Part.MAIN,
                    WORD + "template.main+xml",
                    Part.MAIN,
                    WORD + "footnotes+xml",
                    Part.FOOTNOTES,
                    WORD + "endnotes+xml",
                    Part.ENDNOTES,
                    WORD + "header+xml",
                    Part.HEADER,
                    WORD + "footer+xml",
                    Part.FOOTER,
                    WORD + "styles+xml",
                    Part.STYLES,
                    WORD + "numbering+xml",
                    Part.OTHER,
                    "application/vnd.openxmlformats-officedocument.theme+xml",
                    Part.OTHER);

    private final BoundedZip zip;
    private final XmlElement types;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /// What a part holds; in the order in which a reader meets them.
    enum Part {
        MAIN,
        FOOTNOTES,
        ENDNOTES,
        HEADER,
        FOOTER,
        STYLES,
        OTHER;

        boolean hasText() {
            return compareTo(STYLES) < 0;
        }

        boolean isNotes() {
            return this == FOOTNOTES || this == ENDNOTES;
        }
    }

    private WordPackage(BoundedZip zip, XmlElement types) {
        this.zip = zip;
        this.types = types;
        var defaults = new HashMap<String, String>();
        var overrides = new HashMap<String, String>();
        types.elements()
                .forEach(type -> {
                    String value = type.attribute("ContentType").orElse("");
                    type.attribute("Extension")
                            .ifPresent(
                                    ending -> defaults.put(ending.toLowerCase(Locale.ROOT), value));
                    type.attribute("PartName").ifPresent(name -> overrides.put(name, value));
                });
        for (String name : zip.names()) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            String type = overrides.getOrDefault("/" + name, defaults.getOrDefault(ending, ""));
            Part part = PARTS.get(type);
            if (part != null) {
                parts.put(name, part);
            }
        }
    }

    static WordPackage of(byte[] file, ContainerLimits limits) throws RefusedFile {
        var zip = BoundedZip.of(file, limits);
        var guard = new XmlGuard(limits);
        for (String name : zip.names()) {
            if (isXml(name)) {
                guard.check(zip.bytes(name).orElseThrow(), name);
            }
        }
        checkMacros(zip);
        byte[] types = zip.bytes(TYPES).orElseThrow(WordPackage::other);
        var found = new WordPackage(zip, XmlCopy.tree(types));
        if (!found.parts.containsValue(Part.MAIN)) {
            throw other();
        }
        return found;
    }

    private static boolean isXml(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".xml") || small.endsWith(".rels");
    }

    private static void checkMacros(BoundedZip zip) throws RefusedFile {
        for (String name : zip.names()) {
            String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (file.matches("vba(project|data).*")) {
                throw new RefusedFile(Kind.CONTAINER_MACROS, FormatProblem.quoted(name));
            }
        }
        var types = zip.bytes(TYPES);
        if (types.isPresent()) {
            Optional<String> macros =
                    XmlCopy.tree(types.get())
                            .elements()
                            .map(type -> type.attribute("ContentType").orElse(""))
                            .filter(type -> type.toLowerCase(Locale.ROOT).contains("macro"))
                            .findFirst();
            if (macros.isPresent()) {
                throw new RefusedFile(Kind.CONTAINER_MACROS, FormatProblem.quoted(macros.get()));
            }
        }
    }

    private static RefusedFile other() {
        return new RefusedFile(Kind.OTHER_FORMAT, "DOCX");
    }

    Part part(String name) {
        return parts.getOrDefault(name, Part.OTHER);
    }

    /// The names of all parts that hold such.
    List<String> names(Part part) {
        return parts.keySet().stream().filter(name -> parts.get(name) == part).toList();
    }

    WordStyles styles() throws RefusedFile {
        List<String> names = names(Part.STYLES);
        return names.isEmpty()
                ? WordStyles.none()
                : WordStyles.of(zip.bytes(names.getFirst()).orElseThrow());
    }

    Optional<byte[]> bytes(String name) throws RefusedFile {
        return zip.bytes(name);
    }

    boolean has(String name) {
        return zip.has(name);
    }

    /// The content types as they are, to be added to.
    XmlElement types() {
        return types.copy();
    }

    static String typesName() {
        return TYPES;
    }

    /// Where the relationships of a part are told (ECMA-376, part 2, §9.3.4).
    static String relationshipsOf(String part) {
        int folder = part.lastIndexOf('/') + 1;
        return part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    }

    static String relationshipType(String type) {
        return RELATIONSHIPS + "/" + type;
    }

    /// A package with all that the filter needs, and nothing else that it might stumble over:
    /// neither pictures nor charts, comments or settings.
    byte[] forFilter() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var package_ = new ZipOutputStream(out)) {
            for (String name : zip.names()) {
                if (name.equals(TYPES) || name.endsWith(".rels") || parts.containsKey(name)) {
                    byte[] bytes = zip.bytes(name).orElseThrow();
                    package_.putNextEntry(new ZipEntry(name));
                    package_.write(
                            part(name).hasText() ? XmlCopy.of(bytes, new WordRuns()) : bytes);
                    package_.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }

    void write(Map<String, byte[]> replaced, OutputStream out) throws IOException {
        zip.write(replaced, out);
    }
}
