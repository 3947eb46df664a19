import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Every string that these components show, with its English wording; the server sends the wording of another language. */
export const LABELS: Readonly<Record<string, string>> = {
  'status.untranslated': 'Untranslated',
  'status.draft': 'Draft',
  'status.translated': 'Translated',
  'status.reviewed': 'Reviewed',
  'status.approved': 'Approved',
  'status.returned': 'Returned',
  'status.waiting': 'Waiting',
  'save.saving': 'Saving',
  'save.saved': 'Saved',
  'save.offline': 'Offline, kept here',
  'save.conflict': 'Conflict',
  'save.conflictIn': 'Conflict in {0}',
  'list.name': 'Segments',
  'list.loading': 'Loading segments',
  'list.nothing': 'Nothing here yet',
  'row.name': 'Segment {0}',
  'row.named': '{0}, {1}',
  'row.translation': 'Translation of segment {0}',
  'row.empty': 'Not translated yet',
  'row.noWords': 'there are no words yet',
  'row.comments': 'Comments: {0}',
  'row.writing': '{0} is writing here',
  'row.changedBy': 'Changed by {0} while you were writing',
  'row.changed': 'Changed while you were writing',
  'row.readOnly': 'You may read this segment, not change it.',
  'row.findings': 'Issues in this segment',
  'row.returnedBy': 'Returned by {0}',
  'tools.name': 'Segment tools',
  'tools.zwnj': 'ZWNJ',
  'tools.zwnjTitle': 'Insert a zero-width non-joiner',
  'tools.marks': 'Marks',
  'tools.marksTitle': 'Show invisible characters',
  'tools.confirm': 'Confirm',
  'tools.reopen': 'Reopen',
  'review.show': 'Show',
  'review.redline': 'Redline',
  'review.result': 'Result',
  'review.before': 'Before',
  'review.approve': 'Approve',
  'review.undo': 'Undo my changes',
  'review.return': 'Return…',
  'return.name': 'Return with a reason',
  'return.reason': 'Reason',
  'return.meaning': 'Meaning',
  'return.term': 'Term',
  'return.style': 'Style',
  'return.spelling': 'Spelling, punctuation',
  'return.omission': 'Omission',
  'return.source': 'The source has changed',
  'return.what': 'What to change',
  'return.send': 'Return',
  'return.cancel': 'Cancel',
  'comma': ', ',
  'conflict.head': '{0} saved segment {1} while you were writing.',
  'conflict.kept': 'Yours is kept as a draft until you choose.',
  'conflict.you': 'You',
  'conflict.notStored': 'not stored yet',
  'conflict.stored': 'stored',
  'conflict.keepTheirs': 'Keep the text of {0}',
  'conflict.keepMine': 'Keep mine',
  'conflict.both': 'Write one from both',
  'conflict.bringBack': 'Bring my text back',
  'conflict.setAside': 'Your text was set aside.',
  'failed': 'This could not be stored: {0}',
  'person.someone': 'Someone',
  'text.open': 'opening code {0}',
  'text.close': 'closing code {0}',
  'text.alone': 'code {0}',
  'text.became': '{0} became {1}',
  'text.nothing': 'nothing',
  'char.space': 'space',
  'char.zwnj': 'ZWNJ',
  'char.nbsp': 'no-break space',
  'keys.name': 'Keyboard',
  'keys.palette': 'Keys after {0}',
  'keys.then': 'then',
  'sheet.name': 'Text before and after repair',
  'sheet.write': 'Write this paragraph',
  'sheet.writeIt': 'Write it…',
  'sheet.page': 'Page {0}',
  'sheet.byPerson': 'Written by you',
  'sheet.offer': 'It may be:',
  'sheet.question': 'What to do with this place',
  'sheet.leave': 'Leave it',
  'sheet.take': 'Take it',
  'sheet.put': 'Put it in',
  'sheet.cancel': 'Cancel',
  'sheet.what': 'What was repaired here',
  'sheet.undo': 'Leave it as it came',
  'sheet.redo': 'Repair it after all',
  'flag.scrambled_line': 'The pieces of this line stand in an order that cannot be known.',
  'flag.uncertain_order': 'The pieces of this line may belong in another order, which is not certain.',
  'flag.unknown_letters': 'Shapes of letters stand here whose letters cannot be known.',
  'flag.unpaired_quote': 'A quotation mark here has no partner.',
  'kind.heading': 'Heading',
  'kind.headingLevel': 'Heading {0}',
  'kind.body': 'Paragraph',
  'kind.verse': 'Verse',
  'kind.quote': 'Quotation',
  'kind.list': 'List',
  'kind.footnote': 'Footnote',
  'kind.caption': 'Caption',
  'kind.furniture': 'Not part of the text',
  'cut.name': 'Paragraphs and segments',
  'cut.kind': 'What this paragraph is',
  'cut.translate': 'translate',
  'cut.split': 'Begin a new paragraph here',
  'cut.join': 'Join',
  'cut.joinTitle': 'Make it one paragraph with the next',
  'progress.part': '{0} {1}',
};

const wording: Record<string, string> = {};
const CHANGED = 'bargardan-labels';

/** Replaces the wording of the keys given; the others keep theirs. */
export function defineLabels(labels: Record<string, string>) {
  Object.assign(wording, labels);
  window.dispatchEvent(new Event(CHANGED));
}

/** The wording of a key; `{0}`, `{1}` stand for the values, numbers in the interface's digits. */
export function label(key: string, ...values: (string | number)[]): string {
  const text = wording[key] ?? LABELS[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, n) => {
    const value = values[Number(n)];
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number in the digits of the interface. */
export function number(value: number): string {
  const lang = document.documentElement.lang || 'en';
  let format = formats.get(lang);
  if (!format) formats.set(lang, (format = new Intl.NumberFormat(lang)));
  return format.format(value);
}

/** Draws its element again when the wording changes. */
export class LabelsController implements ReactiveController {
  private readonly redraw = () => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener(CHANGED, this.redraw);
  }

  hostDisconnected() {
    window.removeEventListener(CHANGED, this.redraw);
  }
}
