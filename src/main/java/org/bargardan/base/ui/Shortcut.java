package org.bargardan.base.ui;

import java.util.List;
import java.util.Locale;

/// Every key of every action: the one registry that binds them and makes the help page. Keys are
/// physical (`KeyboardEvent.code`), so they work under a Persian layout; none is Ctrl+Alt+letter,
/// which is AltGr, and none belongs to a browser.
public enum Shortcut {
    CONFIRM("confirm", Group.WRITING, direct("Enter").withCtrl()),
    CONFIRM_STAY("confirm-stay", Group.WRITING, direct("Enter").withCtrl().withShift()),
    ZWNJ(
            "zwnj",
            Group.WRITING,
            direct("Space").withShift(),
            direct("Digit2").withCtrl().withShift()),
    COPY_SOURCE("copy-source", Group.WRITING, leader("KeyO")),
    MARKS("marks", Group.WRITING, leader("KeyI")),
    MATCH_1("match-1", Group.MATCHES, leader("Digit1")),
    MATCH_2("match-2", Group.MATCHES, leader("Digit2")),
    MATCH_3("match-3", Group.MATCHES, leader("Digit3")),
    MATCH_4("match-4", Group.MATCHES, leader("Digit4")),
    MATCH_5("match-5", Group.MATCHES, leader("Digit5")),
    BEST_MATCH("match-best", Group.MATCHES, leader("KeyM")),
    PREVIOUS("previous", Group.MOVING, direct("ArrowUp").withAlt()),
    NEXT("next", Group.MOVING, direct("ArrowDown").withAlt()),
    LEAVE("leave", Group.MOVING, direct("Escape")),
    GO_TO("go-to", Group.MOVING, leader("KeyG")),
    APPROVE("approve", Group.REVIEW, leader("KeyA")),
    RETURN("return", Group.REVIEW, leader("KeyR")),
    COMMENT("comment", Group.REVIEW, leader("KeyC")),
    HISTORY("history", Group.REVIEW, leader("KeyH")),
    HELP("help", Group.EVERYWHERE, direct("Slash").withShift()),
    LEADER("leader", Group.EVERYWHERE, direct("F2"));

    private final String id;
    private final Group group;
    private final List<Combination> combinations;

    Shortcut(String id, Group group, Combination... combinations) {
        this.id = id;
        this.group = group;
        this.combinations = List.of(combinations);
    }

    /// The name by which the page's own registry knows the action.
    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    public List<Combination> combinations() {
        return combinations;
    }

    /// Key of the action's name in the translations.
    public String titleKey() {
        return "keys." + id;
    }

    private static Combination direct(String code) {
        return new Combination(code, false, false, false, false);
    }

    private static Combination leader(String code) {
        return new Combination(code, false, false, false, true);
    }

    /// Where the help page lists an action.
    public enum Group {
        WRITING,
        MATCHES,
        MOVING,
        REVIEW,
        EVERYWHERE;

        /// Key of the group's name in the translations.
        public String titleKey() {
            return "keys.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// One way to press it.
    ///
    /// @param code the physical key
    /// @param ctrl Ctrl, or ⌘ on macOS
    /// @param leader pressed after the leader key instead of at once
    public record Combination(
            String code, boolean ctrl, boolean shift, boolean alt, boolean leader) {

        Combination withCtrl() {
            return new Combination(code, true, shift, alt, leader);
        }

        Combination withShift() {
            return new Combination(code, ctrl, true, alt, leader);
        }

        Combination withAlt() {
            return new Combination(code, ctrl, shift, true, leader);
        }
    }
}
