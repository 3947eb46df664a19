/// Damaged Persian and English text made right, every change explained and undoable.
///
/// # Rules
///
/// [org.bargardan.text.repair.TextRepair] runs [org.bargardan.text.repair.RepairRules] one after
/// the other: first single characters, then the order within lines, then paragraphs, then words. A
/// rule is a class that knows one kind of damage; it is told to people by its own
/// [org.bargardan.text.repair.RuleHelp], whose examples are its test. What would harm a sound text
/// asks for [org.bargardan.text.repair.Evidence] first, a figure from the whole document: a Latin P
/// is a stroke only where words are full of them, and brackets are turned only where pairs of them
/// face outwards. What a rule gets right in fewer than 97 of 100 places, read by hand, is off
/// unless asked for (`docs/repair-precision.md`).
///
/// A rule sees a [org.bargardan.text.repair.Draft], the text as the rules before it left it. Each
/// character remembers its place in the original ([org.bargardan.text.repair.Provenance]), so the
/// work of all rules is told as [org.bargardan.text.repair.RepairEdit]s of the original: what was
/// kept is the heaviest sequence of characters still in their old order, and everything between is
/// an edit, moved pieces too. Taking all edits back gives the original; refusing one leaves its
/// place alone when the rules run again. Repairing what was repaired changes nothing.
///
/// # Visual order
///
/// Letters are stored in the order they are read; a renderer places them from right to left. A PDF
/// knows places only, and a tool that reads it from left to right gets a Persian line backwards:
/// not its letters, if it puts each *run* of them right, but the order of runs. A run ends at a
/// number, a Latin word, a bracket, a full stop, and wherever the font's instructions ended, which
/// may be in the middle of a word: where the author once replaced a word everywhere, it is a run of
/// its own ([org.bargardan.text.repair.ReplacedPhrases]). So «او ۱۲ کتاب خرید.» may come out as «.
/// کتاب خرید ۱۲ او».
///
/// [org.bargardan.text.repair.RunOrder] turns the order round. It tries all cuts that the letters
/// allow, at a price, joins halves to words that exist, and takes the likeliest reading by
/// [org.bargardan.text.repair.WordModel]: how common a word is, how much oftener than by chance it
/// follows another (Church and Hanks 1990), which words end sentences. Counts come from free texts
/// and from the document itself, since a book's names and terms stand in no list. Marks keep their
/// order within a cluster, as a renderer keeps it; the marks of the Arabic block (، ؛ ؟) stay with
/// the letters beside them. [org.bargardan.text.repair.VisualOrder] decides line by line whether
/// the line as it stands or its reverse makes sense: where most lines are reversed it asks little,
/// elsewhere a stretch of lines must gain together (Viterbi 1967), or one line much, so that text
/// which another tool turned round twice is left alone. A line that a renderer took for
/// left-to-right has only its edges displaced: marks without a direction of their own stand at the
/// wrong end, unmirrored, while brackets inside are mirrored (Unicode Bidirectional Algorithm, UAX
/// #9, rules N1, N2 and L4); [org.bargardan.text.repair.DisplacedMarks] and
/// [org.bargardan.text.repair.MirroredBrackets] undo that.
///
/// What cannot be known is not guessed: lines whose pieces were scrambled at every stroke carry a
/// [org.bargardan.text.repair.Flag] for a person. What is not certain is offered: the search keeps
/// how much likelier the best reading is than the next one in another order, its lead, and a line
/// with a small one stays as it is, with a flag that offers the reading.
///
/// # Paragraphs
///
/// [org.bargardan.text.repair.Layout] learns from the file itself what each kind of gap means, by
/// how often sentences run on across it: in one file an empty line ends a paragraph, in the next it
/// stands after every line. Lines are joined only where they are as full as their neighbours and
/// the next word would not have fitted. Verse ([org.bargardan.text.repair.Verse]), lists, speech
/// and headings keep their lines. Page numbers and running heads go; the body of a footnote in the
/// middle of a sentence becomes a paragraph `[^n]:` after the one that holds its mark.
///
/// # The joiner
///
/// Persian parts prefixes, suffixes and compounds by a zero-width non-joiner (ZWNJ, U+200C):
/// «می‌روم», «خانه‌ها». It is spelling, not decoration (W3C, Text Layout Requirements for the
/// Arabic Script), and the first thing that conversions lose: it becomes nothing, a space, or ¬. It
/// is put back by what the word is: forms of verbs after می and نمی, plural, comparative and clitic
/// endings after the letters that join, compounds of the dictionary (npm's `dictionary-fa`, the
/// Lilak word list). A joined form that is a word of its own («تنها», «اشتها») stays; where two
/// readings are words («دورهای»), the document's other spellings decide or nobody does. Quoted
/// Arabic, Kurdish, Urdu, Pashto, Latin and verse are left alone
/// ([org.bargardan.text.repair.Draft#isProtected]).
@NamedInterface("repair")
@NullMarked
package org.bargardan.text.repair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
