import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from './icons';
import { LabelsController, label } from './labels';

/** A stretch of a text that is drawn in its own way; all stretches together are the text. */
export interface Piece {
  kind: 'same' | 'inserted' | 'deleted' | 'found' | 'term' | 'finding';
  text: string;
}

/** An inline code that stands before the code point `at`. */
export interface Code {
  at: number;
  id: string;
  kind: 'open' | 'close' | 'alone';
  label: string;
}

/** A marked stretch, in code points, `to` not included. */
export interface Range {
  from: number;
  to: number;
  kind: 'found' | 'term' | 'finding';
  title?: string;
}

export interface TextParts {
  text?: string;
  lang: string;
  pieces?: readonly Piece[];
  codes?: readonly Code[];
  ranges?: readonly Range[];
  invisibles?: boolean;
  /** No isolation and no chips: laid over a field, letter upon letter. */
  overlay?: boolean;
}

const RTL_LANGUAGES = new Set('ar arc azb ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '));
const RTL_SCRIPTS = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** The direction of a language's script; nothing in a text changes it. */
export function directionOf(lang: string): 'rtl' | 'ltr' {
  const [language, ...rest] = lang.toLowerCase().split(/[-_]/);
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  return (script ? RTL_SCRIPTS.has(script) : RTL_LANGUAGES.has(language)) ? 'rtl' : 'ltr';
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;
// A letter of a joining script, or what stands inside its words: marks, ZWNJ, ZWJ, kashida.
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{M}\u200c\u200d\u0640]/u;
const NOT_IN_WORD = /[\p{P}\p{Nd}\p{Z}\p{S}]/u;
const ZWNJ = '\u200c';

type Direction = 'rtl' | 'ltr';

function sideOf(point: string): Direction | undefined {
  if (!LETTER.test(point)) return undefined;
  return RTL_LETTER.test(point) ? 'rtl' : 'ltr';
}

function joins(point: string | undefined): boolean {
  return point !== undefined && JOINING.test(point) && !NOT_IN_WORD.test(point);
}

/** Whether a boundary before `at` would fall inside a word whose letters join. */
export function insideJoinedWord(points: readonly string[], at: number): boolean {
  return at > 0 && at < points.length && joins(points[at - 1]) && joins(points[at]);
}

interface Run {
  from: number;
  to: number;
  dir: Direction;
}

// The punctuation of the text around a run belongs to that text, not to the run.
const OWN_OF: Record<Direction, RegExp> = { rtl: /[،؛؟«»۔٪\n\t]/u, ltr: /[,;?“”\n\t]/u };
const PAIRS: Record<string, string> = { '(': ')', '[': ']', '{': '}', '“': '”', '‘': '’', '«': '»' };

/** The stretches of the other script: words with all that stands between them, brackets never torn apart. */
export function foreignRuns(points: readonly string[], base: Direction): Run[] {
  const foreign: Direction = base === 'rtl' ? 'ltr' : 'rtl';
  const runs: Run[] = [];
  let run: Run | undefined;
  for (let i = 0; i < points.length; i++) {
    const side = sideOf(points[i]);
    if (side === foreign) {
      if (run) run.to = i + 1;
      else runs.push((run = { from: i, to: i + 1, dir: foreign }));
    } else if (side === base || OWN_OF[base].test(points[i])) {
      run = undefined;
    } else if (run && run.to === i && (MARK.test(points[i]) || points[i] === ZWNJ)) {
      run.to = i + 1;
    }
  }
  for (const each of runs) {
    takeAttachedDigits(points, each);
    takeBrackets(points, each);
  }
  return runs;
}

const OWN_FIGURES: Record<Direction, RegExp> = { ltr: /^(?:[ .:–-]{1,2}[0-9]+)+/, rtl: /^(?:[ .:–-]{1,2}[۰-۹٠-٩]+)+/ };

function takeAttachedDigits(points: readonly string[], run: Run) {
  let end = run.to;
  while (end < points.length && /[-–_./’'\p{Nd}]/u.test(points[end])) end++;
  while (end > run.to && !DIGIT.test(points[end - 1])) end--;
  run.to = end;
  // Figures of the run's own script belong to it also after a space: "no. 7".
  const own = points.slice(run.to, run.to + 24).join('').match(OWN_FIGURES[run.dir]);
  if (own) run.to += own[0].length;
}

function takeBrackets(points: readonly string[], run: Run) {
  const open: string[] = [];
  for (let i = run.from; i < run.to; i++) {
    if (PAIRS[points[i]]) open.push(PAIRS[points[i]]);
    else if (open.length && points[i] === open[open.length - 1]) open.pop();
    else if (run.from > 0 && PAIRS[points[run.from - 1]] === points[i]) run.from--;
  }
  let at = run.to;
  while (open.length && at < points.length && !LETTER.test(points[at]) && points[at] !== '\n') {
    if (points[at++] !== open[open.length - 1]) continue;
    open.pop();
    run.to = at;
  }
}

const GLYPHS: Record<string, { class: string; glyph?: string }> = {
  [ZWNJ]: { class: 'zw' },
  '\u200d': { class: 'ctl', glyph: 'ZWJ' },
  '\u200e': { class: 'ctl', glyph: 'LRM' },
  '\u200f': { class: 'ctl', glyph: 'RLM' },
  '\u061c': { class: 'ctl', glyph: 'ALM' },
  '\u202a': { class: 'ctl', glyph: 'LRE' },
  '\u202b': { class: 'ctl', glyph: 'RLE' },
  '\u202c': { class: 'ctl', glyph: 'PDF' },
  '\u202d': { class: 'ctl', glyph: 'LRO' },
  '\u202e': { class: 'ctl', glyph: 'RLO' },
  '\u2066': { class: 'ctl', glyph: 'LRI' },
  '\u2067': { class: 'ctl', glyph: 'RLI' },
  '\u2068': { class: 'ctl', glyph: 'FSI' },
  '\u2069': { class: 'ctl', glyph: 'PDI' },
  '\u00ad': { class: 'ctl', glyph: 'SHY' },
  '\u2060': { class: 'ctl', glyph: 'WJ' },
  '\ufeff': { class: 'ctl', glyph: 'BOM' },
  '\u00a0': { class: 'nb' },
  '\u202f': { class: 'nb' },
  '\t': { class: 'tab' },
  '\n': { class: 'lf' },
};

type Drawn = string | TemplateResult;

function withInvisibles(points: readonly string[], shown: boolean): Drawn[] {
  if (!shown) return points.length ? [points.join('')] : [];
  const drawn: Drawn[] = [];
  let plain = '';
  for (const point of points) {
    const glyph = GLYPHS[point];
    if (!glyph) {
      plain += point;
      continue;
    }
    if (plain) drawn.push(plain);
    plain = '';
    drawn.push(html`<span class=${glyph.class} data-glyph=${glyph.glyph ?? nothing}>${point}</span>`);
  }
  if (plain) drawn.push(plain);
  return drawn;
}

function marked(drawn: Drawn[], ranges: readonly Range[]): Drawn[] {
  return ranges.reduce<Drawn[]>((inner, range) => {
    const title = range.title ?? nothing;
    return range.kind === 'found'
      ? [html`<mark title=${title}>${inner}</mark>`]
      : [html`<span class=${range.kind} title=${title}>${inner}</span>`];
  }, drawn);
}

const CODE_CLASS = { open: 'code open', close: 'code shut', alone: 'code' };

function chip(code: Code): TemplateResult {
  return html`<span class=${CODE_CLASS[code.kind]} role="img" aria-label=${label(`text.${code.kind}`, code.label)} title=${code.label} data-label=${code.label}></span>`;
}

function snapped(range: Range, points: readonly string[]): Range {
  let { from, to } = range;
  from = Math.max(0, from);
  to = Math.min(points.length, to);
  while (from < to && insideJoinedWord(points, from)) from--;
  while (from < to && insideJoinedWord(points, to)) to++;
  return { ...range, from, to };
}

function drawText(points: readonly string[], parts: TextParts): Drawn[] {
  const runs = parts.overlay ? [] : foreignRuns(points, directionOf(parts.lang));
  const ranges = (parts.ranges ?? []).map((range) => snapped(range, points)).filter((range) => range.from < range.to);
  const codes = parts.overlay ? [] : [...(parts.codes ?? [])].sort((a, b) => a.at - b.at);
  const cuts = new Set<number>([0, points.length]);
  for (const { from, to } of [...runs, ...ranges]) cuts.add(from).add(to);
  for (const code of codes) cuts.add(Math.min(code.at, points.length));
  const edges = [...cuts].sort((a, b) => a - b);

  const drawn: Drawn[] = [];
  let inRun: Drawn[] = [];
  let run: Run | undefined;
  let code = 0;
  const closeRun = () => {
    if (run) drawn.push(foreign(run, inRun));
    run = undefined;
    inRun = [];
  };
  edges.forEach((from, n) => {
    const to = edges[n + 1] ?? points.length;
    if (run && from >= run.to) closeRun();
    while (code < codes.length && Math.min(codes[code].at, points.length) === from) {
      (run ? inRun : drawn).push(chip(codes[code++]));
    }
    if (from >= to) return;
    run ??= runs.find((each) => each.from === from);
    const over = ranges.filter((range) => range.from <= from && range.to >= to);
    (run ? inRun : drawn).push(...marked(withInvisibles(points.slice(from, to), parts.invisibles ?? false), over));
  });
  closeRun();
  return drawn;
}

function foreign(run: Run, drawn: Drawn[]): TemplateResult {
  return html`<bdi lang=${run.dir === 'rtl' ? 'fa' : 'en'} dir=${run.dir}>${drawn}</bdi>`;
}

// ── Redline ──

interface Change {
  was: string;
  is: string;
}

type Step = Change | Piece;

function isChange(step: Step): step is Change {
  return 'was' in step;
}

/**
 * Pieces as words: a change that begins or ends inside a joined word takes in the whole word on both sides, since
 * letters that stand in different elements lose their joins.
 */
export function wholeWords(pieces: readonly Piece[]): Step[] {
  const steps: Step[] = [];
  for (const piece of pieces) {
    if (!piece.text) continue;
    const last = steps[steps.length - 1];
    if (piece.kind !== 'inserted' && piece.kind !== 'deleted') {
      steps.push({ ...piece });
      continue;
    }
    const change = last && isChange(last) ? last : ({ was: '', is: '' } satisfies Change);
    if (change !== last) steps.push(change);
    if (piece.kind === 'deleted') change.was += piece.text;
    else change.is += piece.text;
  }
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i];
    if (!isChange(step)) continue;
    takeFromBefore(steps[i - 1], step);
    while (takeFromAfter(steps[i + 1], step)) {
      const next = steps[i + 1];
      if (!isChange(next) && next.text) break;
      steps.splice(i + 1, 1);
      const following = steps[i + 1];
      if (!following || !isChange(following)) break;
      step.was += following.was;
      step.is += following.is;
      steps.splice(i + 1, 1);
    }
  }
  return steps.filter((step) => isChange(step) || step.text);
}

function touches(left: string, right: string): boolean {
  const before = Array.from(left);
  return joins(before[before.length - 1]) && joins(Array.from(right)[0]);
}

function takeFromBefore(before: Step | undefined, change: Change) {
  if (!before || isChange(before)) return;
  if (!touches(before.text, change.was) && !touches(before.text, change.is)) return;
  const points = Array.from(before.text);
  let start = points.length;
  while (start > 0 && joins(points[start - 1])) start--;
  const word = points.slice(start).join('');
  before.text = points.slice(0, start).join('');
  change.was = word + change.was;
  change.is = word + change.is;
}

function takeFromAfter(after: Step | undefined, change: Change): boolean {
  if (!after || isChange(after)) return false;
  if (!touches(change.was, after.text) && !touches(change.is, after.text)) return false;
  const points = Array.from(after.text);
  let end = 0;
  while (end < points.length && joins(points[end])) end++;
  const word = points.slice(0, end).join('');
  after.text = points.slice(end).join('');
  change.was += word;
  change.is += word;
  return true;
}

const SAME_LETTER: Record<string, string> = { 'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ۀ': 'ه', 'ة': 'ه', 'أ': 'ا', 'إ': 'ا', '٤': '۴', '٥': '۵', '٦': '۶' };
const UNSEEN = /[\p{M}\p{Zs}\u200c\u200d\u0640]/u;

function skeleton(text: string): string {
  return Array.from(text.normalize('NFD'))
    .filter((point) => !UNSEEN.test(point))
    .map((point) => SAME_LETTER[point] ?? point)
    .join('');
}

/** What changed between two spellings of one word, glyph by glyph; nothing when the words themselves differ. */
export function spellingChange(was: string, is: string): Change[] | undefined {
  if (!was || !is || was === is || !RTL_LETTER.test(is) || skeleton(was) !== skeleton(is)) return undefined;
  const old = Array.from(was);
  const now = Array.from(is);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const change: Change = { was: '', is: '' };
    while (i < old.length && UNSEEN.test(old[i]) && old[i] !== now[j]) change.was += old[i++];
    while (j < now.length && UNSEEN.test(now[j]) && now[j] !== old[i]) change.is += now[j++];
    if (!change.was && !change.is) {
      change.was = old[i++] ?? '';
      change.is = now[j++] ?? '';
    }
    if (!changes.some((each) => each.was === change.was && each.is === change.is)) changes.push(change);
  }
  return changes;
}

const NAMED: Record<string, string> = { ' ': 'char.space', [ZWNJ]: 'char.zwnj', '\u00a0': 'char.nbsp' };

const SEEN: Record<string, string> = { ' ': '␣', '\u00a0': '⍽', [ZWNJ]: '⌃' };

function glyphOf(text: string): string {
  if (!text) return '∅';
  return Array.from(text)
    .map((point) => SEEN[point] ?? (MARK.test(point) ? `◌${point}` : point))
    .join('');
}

function glyphName(text: string): string {
  if (!text) return label('text.nothing');
  return Array.from(text)
    .map((point) => {
      const code = `U+${point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      return NAMED[point] ? label(NAMED[point]) : `${point} ${code}`;
    })
    .join(' ');
}

function glyphChip(change: Change): TemplateResult {
  const name = label('text.became', glyphName(change.was), glyphName(change.is));
  return html`<span class="glyphs" role="img" aria-label=${name} title=${name}>${glyph('was', change.was)}<span class="arrow"></span>${glyph('is', change.is)}</span>`;
}

function glyph(side: string, text: string): TemplateResult {
  return text === ZWNJ ? html`<span class=${side}>${icon('zwnj')}</span>` : html`<span class=${side} data-glyph=${glyphOf(text)}></span>`;
}

function drawPieces(parts: TextParts): Drawn[] {
  const draw = (text: string) => drawText(Array.from(text), { lang: parts.lang, invisibles: parts.invisibles });
  return wholeWords(parts.pieces!).flatMap<Drawn>((step) => {
    if (!isChange(step)) {
      const { kind } = step;
      return kind === 'found' || kind === 'term' || kind === 'finding'
        ? marked(draw(step.text), [{ from: 0, to: 0, kind }])
        : draw(step.text);
    }
    const glyphs = spellingChange(step.was, step.is);
    if (glyphs) {
      const word = drawText(Array.from(step.is), { lang: parts.lang, invisibles: true });
      return [html`<span class="spell">${word}</span>`, ...glyphs.map(glyphChip)];
    }
    const drawn: Drawn[] = [];
    if (step.was) drawn.push(html`<del>${draw(step.was)}</del>`);
    if (step.is) drawn.push(html`<ins>${draw(step.is)}</ins>`);
    return drawn;
  });
}

/**
 * Draws a text for use in a template. The text content of what comes out is the text, character for character: chips
 * and glyphs are generated by the style sheet and never copied.
 */
export function renderText(parts: TextParts): Drawn[] {
  if (!parts.pieces) return drawText(Array.from(parts.text ?? ''), parts);
  const changed = parts.pieces.some((piece) => piece.kind === 'inserted' || piece.kind === 'deleted');
  return changed ? drawPieces(parts) : drawText(...asRanges(parts));
}

function asRanges(parts: TextParts): [string[], TextParts] {
  const points: string[] = [];
  const ranges: Range[] = [...(parts.ranges ?? [])];
  for (const { kind, text } of parts.pieces!) {
    const from = points.length;
    points.push(...Array.from(text));
    if (kind === 'found' || kind === 'term' || kind === 'finding') ranges.push({ from, to: points.length, kind });
  }
  return [points, { lang: parts.lang, codes: parts.codes, invisibles: parts.invisibles, overlay: parts.overlay, ranges }];
}

/** Shows a piece of source or target; the only element that does. Its direction is its language's and nothing else's. */
@customElement('bd-text')
export class BdText extends LitElement {
  @property() text = '';
  @property({ reflect: true }) lang = '';
  @property({ attribute: false }) pieces?: Piece[];
  @property({ attribute: false }) codes: Code[] = [];
  @property({ attribute: false }) ranges: Range[] = [];
  @property({ type: Boolean }) invisibles = false;
  @property({ type: Boolean }) small = false;
  @property({ type: Boolean, attribute: 'role-source' }) roleSource = false;
  @property({ type: Boolean }) overlay = false;

  constructor() {
    super();
    new LabelsController(this);
  }

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.dir = directionOf(this.lang);
    this.classList.add('t');
    if (this.small) this.classList.add('small');
    if (this.roleSource) this.classList.add('source');
  }

  render() {
    return renderText(this);
  }
}
