package org.bargardan.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import org.bargardan.OnScreen;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The page is drawn in the browser from what the registry of the same page was given.
class KeysViewTest extends OnScreen {

    @Test
    void theHelpListsEveryShortcutWithItsNameAndGroup() {
        navigate(KeysView.class);
        var definitions =
                (JsonNode) find(Keys.class).single().getElement().getPropertyRaw("definitions");
        var listed = new ArrayList<String>();
        for (var definition : definitions) {
            listed.add(
                    String.join(
                            " · ",
                            definition.get("id").stringValue(),
                            definition.get("label").stringValue(),
                            definition.get("group").stringValue(),
                            definition.get("code").stringValue()));
        }
        assertThat(listed)
                .containsExactlyElementsOf(
                        Arrays.stream(Shortcut.values())
                                .flatMap(shortcut ->
                                        shortcut.combinations().stream()
                                                .map(keys ->
                                                        String.join(
                                                                " · ",
                                                                shortcut.id(),
                                                                word(shortcut.titleKey()),
                                                                word(shortcut.group().titleKey()),
                                                                keys.code())))
                                .toList());
        assertThat(Shortcut.values()).allMatch(shortcut -> !shortcut.combinations().isEmpty());
    }

    @Test
    void noTwoShortcutsHaveTheSameKeys() {
        assertThat(Arrays.stream(Shortcut.values()).flatMap(each -> each.combinations().stream()))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::id)).doesNotHaveDuplicates();
    }

    /// Ctrl and Alt together are AltGr, with which people write.
    @Test
    void noShortcutIsAltGr() {
        assertThat(Arrays.stream(Shortcut.values()).flatMap(each -> each.combinations().stream()))
                .noneMatch(keys -> keys.ctrl() && keys.alt());
    }

    private String word(String key) {
        var text = find(Keys.class).single().getTranslation(key);
        assertThat(text).doesNotStartWith("keys.").isNotBlank();
        return text;
    }
}
