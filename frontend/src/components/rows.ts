import { directionOf, type Code, type Piece, type Range } from './bd-text';

export type { Code, Piece, Range };

/** Someone who works on the text, in one of the four colours of people. */
export interface Person {
  name: string;
  colour: 1 | 2 | 3 | 4;
}

export type Status = 'untranslated' | 'draft' | 'translated' | 'reviewed' | 'approved';
export type Mode = 'translate' | 'review';
export type SaveState = 'saving' | 'saved' | 'offline' | 'conflict';

/** Something that a check found in the target; `acts` are offered beside it and come back as a `finding-act` event. */
export interface Finding {
  id: string;
  message: string;
  severity: 'warning' | 'error';
  acts?: { id: string; label: string }[];
}

/** One rendering with its source, as the list shows it. */
export interface Row {
  /** The rendering's id. */
  id: string;
  segment: string;
  no: number;
  kind: 'heading' | 'body' | 'verse' | 'quote' | 'list' | 'footnote' | 'caption' | 'furniture';
  /** First of its paragraph. */
  starts: boolean;
  source: string;
  sourceCodes: Code[];
  text: string;
  codes: Code[];
  status: Status;
  returned: boolean;
  /** Why it was returned: kind and words, ready to read. */
  reason?: string;
  reasonBy?: string;
  version: number;
  /** Who wrote the text last. */
  by?: Person;
  mine: boolean;
  /** My own unsent words, with the version that they were written on. */
  draft?: { text: string; version: number };
  comments: number;
  /** What changed since the reviewer last looked. */
  since?: Piece[];
  /** Where `since` begins, in words. */
  sinceNote?: string;
  mayWrite: boolean;
  mayApprove: boolean;
  /** Why I may not write or approve. */
  whyNot?: string;
  /** Someone else whose caret is in this row now. */
  held?: Person;
  /** Terms in the source. */
  sourceRanges?: Range[];
  /** Findings in the text. */
  ranges?: Range[];
  findings?: Finding[];
}

/** What became of an attempt to store something; in a conflict nothing was stored. */
export type Result =
  | { kind: 'saved'; row: Row; next?: string }
  | { kind: 'conflict'; row: Row; mine: Piece[]; theirs: Piece[]; theirsBy: string }
  | { kind: 'refused'; why: string; row: Row };

export type ReasonKind = 'meaning' | 'term' | 'style' | 'spelling' | 'omission';
export const REASON_KINDS: readonly ReasonKind[] = ['meaning', 'term', 'style', 'spelling', 'omission'];

/** What the list asks of the server; every id is a rendering's, every version the one that the words were written on. */
export interface SegmentListServer {
  load(fromIndex: number, count: number): Promise<Row[]>;
  focusRow(id: string): Promise<void>;
  draft(id: string, version: number, text: string): Promise<void>;
  save(id: string, version: number, text: string): Promise<Result>;
  confirm(id: string, version: number, text: string, stay: boolean): Promise<Result>;
  approve(id: string, version: number, text: string, stay: boolean): Promise<Result>;
  giveBack(id: string, version: number, reasonKind: ReasonKind, reason: string): Promise<Result>;
  reopen(id: string, version: number): Promise<Result>;
  nextUntranslated(afterId: string): Promise<string | null>;
}

/** Which side each text stands on: a left-to-right text left of a right-to-left one, otherwise the source left. */
export function sides(sourceLang: string, targetLang: string): { source: 'on-left' | 'on-right'; target: 'on-left' | 'on-right' } {
  const sourceRight = directionOf(sourceLang) === 'rtl' && directionOf(targetLang) === 'ltr';
  return sourceRight ? { source: 'on-right', target: 'on-left' } : { source: 'on-left', target: 'on-right' };
}
