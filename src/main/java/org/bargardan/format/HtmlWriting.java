package org.bargardan.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bargardan.format.HtmlPage.Unit;
import org.bargardan.format.HtmlParts.Part;
import org.bargardan.format.HtmlTags.Tag;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.Direction;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;

/// A page on its way out, with a translation in place of its words.
///
/// - **Language and direction** stand at the page's root, and wherever else the page told those of
///   the source.
/// - **Charset** is UTF-8, and the page says so.
/// - Used by one thread, once.
final class HtmlWriting {

    private static final Pattern XML_ENCODING =
            Pattern.compile(
                    "(<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"'])(?!(?i:utf-8)[\"'])[^\"']*");
    private static final Pattern BEFORE_ROOT =
            Pattern.compile("(?i)^\\s*(?:<\\?[^>]*>\\s*)?(?:<!doctype[^>]*>)?");
    private static final String OPS = "http://www.idpf.org/2007/ops";

    private final HtmlPage page;
    private final boolean isXml;
    private final Map<String, List<Target>> targets;
    private final Map<String, String> titles;
    private final String language;
    private final String direction;
    private final boolean isTranslated;
    private final boolean isNavigation;
    private final HtmlMarkup markup;
    private final StringBuilder written = new StringBuilder();
    private String sourceLanguage = "";
    private boolean hasRoot;
    private boolean hasCharset;
    private int endOfBody = -1;

    /// @param titles headings in the source and as they are translated, for what repeats them
    /// @param isTranslated whether the page says another language than before
    /// @param isNavigation whether all it says may repeat a heading
    HtmlWriting(
            HtmlPage page,
            boolean isXml,
            Map<String, List<Target>> targets,
            Map<String, String> titles,
            String language,
            boolean isTranslated,
            boolean isNavigation,
            HtmlMarkup markup) {
        this.page = page;
        this.isXml = isXml;
        this.targets = targets;
        this.titles = titles;
        this.language = language;
        this.isTranslated = isTranslated;
        this.isNavigation = isNavigation;
        this.markup = markup;
        direction = Direction.of(language) == Direction.RTL ? "rtl" : "ltr";
    }

    /// @param keys what the keys of this page's units begin with
    /// @param tellCharset whether the page was in another charset than UTF-8
    String page(String keys, boolean tellCharset) {
        Map<Integer, Unit> units = page.unitsByPart();
        int number = 0;
        for (int i = 0; i < page.parts().size(); i++) {
            switch (page.parts().get(i)) {
                case Part.Markup(String raw) -> addMarkup(raw);
                case Part.Words(_, String words) -> {
                    Unit unit = units.get(i);
                    if (unit != null) {
                        addWords(unit, words, keys + number);
                        number++;
                    }
                }
            }
        }
        if (markup.hasNotes()) {
            written.insert(endOfBody < 0 ? written.length() : endOfBody, markup.notes());
        }
        if (tellCharset && !hasCharset && !isXml) {
            insertAtRoot("<meta charset=\"utf-8\">");
        }
        if (isTranslated && !hasRoot && !isXml) {
            insertAtRoot("<html lang=\"" + language + "\" dir=\"" + direction + "\">");
        }
        return written.toString();
    }

    private void insertAtRoot(String raw) {
        var before = BEFORE_ROOT.matcher(written);
        written.insert(before.find() ? before.end() : 0, raw);
    }

    private void addWords(Unit unit, String raw, String key) {
        List<Target> ofUnit = targets.getOrDefault(key, List.of());
        if (unit.around().isTitle() && !ofUnit.isEmpty()) {
            written.append(HtmlText.escaped(plain(ofUnit)));
            ofUnit.forEach(target -> target.notes().forEach(markup::noteWithoutMark));
        } else if (!ofUnit.isEmpty()) {
            written.append(HtmlText.of(unit.text(markup).target(ofUnit), isXml));
        } else if ((unit.around().isTitle() || isNavigation) && !titles.isEmpty()) {
            addTitle(unit, raw);
        } else {
            written.append(raw);
        }
    }

    /// What repeats a heading follows it, with the codes that stand around it all.
    private void addTitle(Unit unit, String raw) {
        OkapiText text = unit.text(markup);
        String title = titles.get(text.content().text());
        if (title == null) {
            written.append(raw);
            return;
        }
        int length = text.content().length();
        int after = title.codePointCount(0, title.length());
        var around =
                text.content().codes().stream()
                        .filter(code -> code.at() == 0 || code.at() == length)
                        .map(code ->
                                new InlineCode(
                                        code.at() == 0 ? 0 : after,
                                        code.id(),
                                        code.kind(),
                                        code.label()))
                        .toList();
        var target = new Target("", new TaggedText(title, around), List.of());
        written.append(HtmlText.of(text.target(List.of(target)), isXml));
    }

    /// Without codes, and in one line.
    static String plain(List<Target> targets) {
        return targets.stream()
                .map(target -> target.text().text().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }

    private void addMarkup(String raw) {
        String markupOnly = XML_ENCODING.matcher(raw).replaceFirst("$1UTF-8");
        var tags = new HtmlTags(markupOnly);
        int done = 0;
        for (Optional<Tag> found = tags.next(); found.isPresent(); found = tags.next()) {
            Tag tag = found.get();
            written.append(markupOnly, done, tag.start());
            if (tag.isClosing()) {
                boolean isEnd = tag.name().equals("body") || tag.name().equals("html");
                endOfBody = isEnd && endOfBody < 0 ? written.length() : endOfBody;
                written.append(tag.raw());
            } else {
                written.append(changed(tag).raw());
            }
            done = tag.end();
        }
        written.append(markupOnly, done, markupOnly.length());
    }

    private Tag changed(Tag tag) {
        if (tag.name().equals("meta")) {
            return inUtf8(tag);
        }
        if (!isTranslated) {
            return tag;
        }
        return switch (tag.name()) {
            case "html" -> root(tag);
            case "ncx" ->
                    tag.attribute("xml:lang").isPresent() ? tag.with("xml:lang", language) : tag;
            default -> translated(tag);
        };
    }

    private Tag inUtf8(Tag tag) {
        if (tag.attribute("charset").isPresent()) {
            hasCharset = true;
            return tag.attribute("charset").get().equalsIgnoreCase("utf-8")
                    ? tag
                    : tag.with("charset", "utf-8");
        }
        Optional<String> content = tag.attribute("content");
        if (tag.attribute("http-equiv").orElse("").equalsIgnoreCase("content-type")
                && content.isPresent()) {
            hasCharset = true;
            String lower = content.get().toLowerCase(Locale.ROOT);
            return lower.contains("utf-8")
                    ? tag
                    : tag.with("content", lower.replaceFirst(";.*", "") + "; charset=utf-8");
        }
        return tag;
    }

    private Tag root(Tag tag) {
        hasRoot = true;
        sourceLanguage =
                primary(tag.attribute("lang").or(() -> tag.attribute("xml:lang")).orElse(""));
        Tag changed = tag.with("dir", direction).with("lang", language);
        if (isXml || tag.attribute("xml:lang").isPresent()) {
            changed = changed.with("xml:lang", language);
        }
        return isXml && markup.isOfEpub3() && tag.attribute("xmlns:epub").isEmpty()
                ? changed.with("xmlns:epub", OPS)
                : changed;
    }

    private Tag translated(Tag tag) {
        Tag changed = tag;
        if (Set.of("ltr", "rtl")
                .contains(tag.attribute("dir").orElse("").toLowerCase(Locale.ROOT))) {
            changed = changed.with("dir", direction);
        }
        for (String attribute : new String[] {"lang", "xml:lang"}) {
            String told = primary(tag.attribute(attribute).orElse(""));
            if (!told.isEmpty() && told.equals(sourceLanguage)) {
                changed = changed.with(attribute, language);
            }
        }
        return changed;
    }

    private static String primary(String language) {
        return language.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    }
}
