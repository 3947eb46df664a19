import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './bd-text';
import { directionOf } from './bd-text';
import { icon } from './icons';
import { keyHint } from './keys';
import { LabelsController, label, number } from './labels';
import { REASON_KINDS, sides, type Mode, type Person, type Piece, type ReasonKind, type Row } from './rows';

type View = 'redline' | 'result' | 'before';

/** Two texts for one segment; mine is stored nowhere but in the draft. */
export interface Conflict {
  mine: Piece[];
  theirs: Piece[];
  theirsBy: string;
  /** What I had typed, and what I wanted done with it. */
  text: string;
  again: (text: string) => void;
  /** I have chosen to write one from both: the texts stay, the choices go. */
  merging: boolean;
}

/** What a row asks of the list that holds it. */
export interface RowHost {
  sourceLang: string;
  targetLang: string;
  mode: Mode;
  invisibles: boolean;
  typed(row: SegmentRow): void;
  finish(row: SegmentRow, stay: boolean): void;
  giveBack(row: SegmentRow, kind: ReasonKind, reason: string): void;
  reopen(row: SegmentRow): void;
  keepTheirs(row: SegmentRow): void;
  keepMine(row: SegmentRow): void;
  mergeBoth(row: SegmentRow): void;
  bringBack(row: SegmentRow): void;
  undo(row: SegmentRow): void;
  toggleInvisibles(): void;
  act(row: SegmentRow, finding: string, act: string): void;
}

const CONTROLS: ReadonlySet<string> = new Set(['approved', 'reviewed']);

/** One segment in the list: at rest a line of the text, open a field. */
@customElement('segment-row')
export class SegmentRow extends LitElement {
  @property({ attribute: false }) row!: Row;
  @property({ attribute: false }) host!: RowHost;
  @property({ type: Boolean }) active = false;
  @state() view: View = 'result';
  @state() returning = false;
  @state() conflict?: Conflict;
  /** Who changed the row under my hands. */
  @state() changedBy?: string;
  @state() refusal?: string;
  /** My text that lost against another's by my own choice. */
  @state() setAside?: string;
  @state() private words = '';
  /** The version that my words were written on. */
  base = 0;
  /** A call that stores this row's text is on its way. */
  storing = 0;

  @query('.field textarea') readonly field?: HTMLTextAreaElement;
  @query('.return textarea') private readonly reason?: HTMLTextAreaElement;

  constructor() {
    super();
    new LabelsController(this);
  }

  createRenderRoot() {
    return this;
  }

  /** What I see in this row: my words, or the stored text. */
  get text(): string {
    return this.words;
  }

  get dirty(): boolean {
    return this.words !== this.row.text;
  }

  /** Words that are not stored are a draft, whatever the stored ones are. */
  private get shownStatus() {
    if (this.dirty && this.words.trim()) return 'draft';
    return this.row.returned ? 'returned' : this.row.status;
  }

  get writable(): boolean {
    return this.active && this.row.mayWrite && this.field !== undefined && this.field !== null;
  }

  /** Takes a row from the server; words that I have not sent stay, with the version they were written on. */
  show(row: Row) {
    const before = this.row as Row | undefined;
    const mine = before && this.dirty && (this.active || this.storing > 0);
    this.row = row;
    if (mine && this.words !== row.text) {
      if (row.version !== before.version && !this.storing) this.changedBy = row.by?.name ?? label('person.someone');
      return;
    }
    const from = row.draft ?? row;
    this.take(from.text, from.version);
  }

  /** The server has stored `sent`; what was typed since is still mine. */
  stored(row: Row, sent: string) {
    const more = this.words !== sent;
    this.row = row;
    this.base = row.version;
    this.changedBy = undefined;
    this.refusal = undefined;
    this.conflict = undefined;
    if (!more) this.take(row.text, row.version);
  }

  /** Says beside the words why they are not stored. */
  refuse(why: string) {
    this.refusal = why;
  }

  /** Opens with what I left unsent in this browser, if anything. */
  open(kept: { text: string; version: number } | undefined) {
    this.active = true;
    if (kept && !this.dirty) this.take(kept.text, kept.version);
    this.view = this.host.mode === 'review' && this.row.since?.some((piece) => piece.kind !== 'same') ? 'redline' : 'result';
  }

  close() {
    this.active = false;
    this.returning = false;
    this.changedBy = undefined;
  }

  /** Replaces my words, as if typed. */
  replace(text: string) {
    const field = this.field;
    if (!field) return;
    field.focus({ preventScroll: true });
    field.select();
    this.insert(text);
  }

  /** Puts text at the caret, as if typed, so that the browser's undo takes it back. */
  insert(text: string) {
    const field = this.field;
    if (!field) return;
    field.focus({ preventScroll: true });
    const done = typeof document.execCommand === 'function' && document.execCommand('insertText', false, text);
    if (!done) field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    this.fromField();
  }

  /** Words from elsewhere than the field, for instance my text coming back. */
  take(text: string, version: number) {
    this.words = text;
    this.base = version;
    const field = this.field;
    if (!field || field.value === text) return;
    const caret = Math.min(field.selectionStart, text.length);
    field.value = text;
    field.setSelectionRange(caret, caret);
  }

  async startWriting() {
    this.view = 'result';
    await this.updateComplete;
    const field = this.field;
    if (!field) return this.focus({ preventScroll: true });
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** Puts the focus where work on this row begins. */
  async enter() {
    await this.updateComplete;
    if (this.view === 'result' && this.row.mayWrite) await this.startWriting();
    else this.focus({ preventScroll: true });
  }

  async startReturn() {
    this.returning = true;
    await this.updateComplete;
    this.reason?.focus();
  }

  stopReturn() {
    this.returning = false;
    void this.enter();
  }

  sendReturn() {
    const form = this.querySelector<HTMLFormElement>('form.return');
    const kind = form?.querySelector<HTMLInputElement>('input:checked')?.value as ReasonKind | undefined;
    if (!form || !kind) {
      form?.querySelector<HTMLInputElement>('input')?.focus();
      return;
    }
    this.host.giveBack(this, kind, this.reason?.value.trim() ?? '');
  }

  private fromField() {
    this.words = this.field!.value;
    this.refusal = undefined;
    this.host.typed(this);
  }

  willUpdate() {
    const { row } = this;
    const status = this.shownStatus;
    const classes = ['seg', row.kind, `s-${status}`];
    if (row.starts) classes.push('para');
    if (this.active) classes.push('active');
    if (row.held) classes.push(`p${row.held.colour}`);
    this.className = classes.join(' ');
    this.setAttribute('role', 'listitem');
    this.setAttribute('aria-label', label('row.named', label('row.name', row.no), label(`status.${status}`)));
    if (this.active) this.setAttribute('aria-current', 'true');
    else this.removeAttribute('aria-current');
  }

  // The field is filled once when it appears; from then on it belongs to the person who types.
  updated() {
    const field = this.field;
    if (field && !field.dataset.filled) {
      field.dataset.filled = 'yes';
      if (field.value !== this.words) field.value = this.words;
    }
  }

  render() {
    const { row, host } = this;
    const side = sides(host.sourceLang, host.targetLang);
    return html`
      <div class="no">${row.held ? avatar(row.held, label('row.writing', row.held.name)) : nothing}${number(row.no)}</div>
      <div class="pair">
        <bd-text class=${`t source ${side.source}`} .lang=${host.sourceLang} .text=${row.source} .codes=${row.sourceCodes ?? []} .ranges=${(this.active && row.sourceRanges) || []} ?invisibles=${host.invisibles && this.active}></bd-text>
        ${this.active ? this.openTarget(side.target) : this.restingTarget(side.target)}
      </div>
      <div class="state">${this.stateIcons()}</div>
      ${row.reason ? this.why() : nothing}
      ${this.said()}
      ${this.conflict ? this.clash(this.conflict) : nothing}
      ${this.active ? (host.mode === 'review' ? this.decide() : this.tools()) : nothing}
    `;
  }

  private restingTarget(side: string) {
    const { row, host } = this;
    if (!this.words) {
      return html`<p class=${`t target empty-target ${side}`} lang=${host.targetLang} dir=${directionOf(host.targetLang)}><span aria-hidden="true">—</span><span class="sr" lang=${document.documentElement.lang || 'en'}>${label('row.empty')}</span></p>`;
    }
    const redline = host.mode === 'review' && !this.dirty && row.status === 'translated' ? row.since : undefined;
    return html`<bd-text class=${`t target ${side} ${row.held ? 'held' : ''}`} .lang=${host.targetLang} .text=${this.words} .pieces=${redline} .codes=${this.dirty ? [] : (row.codes ?? [])}></bd-text>`;
  }

  private openTarget(side: string) {
    const { row, host, view } = this;
    const lang = host.targetLang;
    const editable = view === 'result' && row.mayWrite;
    return html`<div class=${`target-side ${side}`}>
      ${editable ? this.editor() : nothing}
      ${!editable && view === 'redline' ? html`<bd-text class="t target redline" .lang=${lang} .pieces=${row.since}></bd-text>` : nothing}
      ${!editable && view === 'before' ? html`<bd-text class="t target" .lang=${lang} .text=${before(row)}></bd-text>` : nothing}
      ${!editable && view === 'result' ? html`<bd-text class="t target" .lang=${lang} .text=${this.words} .codes=${row.codes ?? []} ?invisibles=${host.invisibles}></bd-text>` : nothing}
      ${row.findings?.length && editable ? this.findings() : nothing}
    </div>`;
  }

  private editor() {
    const { row, host, words } = this;
    const lang = host.targetLang;
    // A last line without letters has no height of its own.
    const over = words === '' || words.endsWith('\n') ? `${words} ` : words;
    const ranges = words === (row.draft?.text ?? row.text) ? (row.ranges ?? []) : [];
    return html`<div class="field">
      <bd-text class="t over" aria-hidden="true" overlay .lang=${lang} .text=${over} .ranges=${ranges} ?invisibles=${host.invisibles}></bd-text>
      <textarea class="t target" rows="1" lang=${lang} dir=${directionOf(lang)} spellcheck="true" autocapitalize="off" autocomplete="off"
        aria-label=${label('row.translation', row.no)} @input=${this.fromField}></textarea>
    </div>`;
  }

  private findings() {
    return html`<ul class="findings" aria-label=${label('row.findings')}>${this.row.findings!.map(
      (finding) => html`<li class=${finding.severity}>${icon('issue')}<span>${finding.message}</span>${(finding.acts ?? []).map(
        (act) => html`<button class="linkish" type="button" @click=${() => this.host.act(this, finding.id, act.id)}>${act.label}</button>`,
      )}</li>`,
    )}</ul>`;
  }

  private stateIcons() {
    const { row } = this;
    const status = this.shownStatus;
    const word = status === 'returned' && row.reasonBy ? label('row.returnedBy', row.reasonBy) : label(`status.${status}`);
    return html`<span title=${word}>${icon(status)}<span class="sr">${word}</span></span>${row.comments
      ? html`<span title=${label('row.comments', row.comments)}>${icon('comment')}<span class="sr">${label('row.comments', row.comments)}</span></span>`
      : nothing}`;
  }

  private why() {
    const { row } = this;
    return html`<p class="why">${icon('reply')}<span>${row.reasonBy ? html`<b>${row.reasonBy}</b> — ` : nothing}<bdi>${row.reason}</bdi></span></p>`;
  }

  private said() {
    if (this.refusal) return html`<p class="said error" role="alert">${icon('issue')}<span>${label('failed', this.refusal)}</span></p>`;
    if (this.changedBy) return html`<p class="said" role="status">${icon('conflict')}<span>${label('row.changedBy', this.changedBy)}</span></p>`;
    if (this.setAside !== undefined && !this.conflict) {
      return html`<p class="said">${icon('flag')}<span>${label('conflict.setAside')}</span><button class="linkish" type="button" @click=${() => this.host.bringBack(this)}>${label('conflict.bringBack')}</button></p>`;
    }
    return nothing;
  }

  private clash(conflict: Conflict) {
    const { host, row } = this;
    const lang = host.targetLang;
    return html`<div class="clash" role="group" aria-label=${label('save.conflictIn', row.no)}>
      <p role="alert">${icon('conflict')}<span><b>${label('conflict.head', conflict.theirsBy, row.no)}</b> <span class="quiet">${label('conflict.kept')}</span></span></p>
      <div class="two">
        <div><div class="meta"><span><b>${label('conflict.you')}</b>${label('comma')}${label('conflict.notStored')}</span></div><bd-text class="t" .lang=${lang} .pieces=${conflict.mine}></bd-text></div>
        <div><div class="meta">${row.by ? avatar(row.by) : nothing}<span><b>${conflict.theirsBy}</b>${label('comma')}${label('conflict.stored')}</span></div><bd-text class="t" .lang=${lang} .pieces=${conflict.theirs}></bd-text></div>
      </div>
      ${conflict.merging
        ? nothing
        : html`<div class="acts">
            <button class="btn small" type="button" @click=${() => host.keepTheirs(this)}>${label('conflict.keepTheirs', conflict.theirsBy)}</button>
            <button class="btn small" type="button" @click=${() => host.keepMine(this)}>${label('conflict.keepMine')}</button>
            <button class="btn primary small" type="button" @click=${() => host.mergeBoth(this)}>${label('conflict.both')}</button>
          </div>`}
    </div>`;
  }

  private tools() {
    const { row, host } = this;
    return html`<div class="tools" role="toolbar" aria-label=${label('tools.name')}>
      ${row.mayWrite
        ? html`<button class="btn bare small" type="button" title=${label('tools.zwnjTitle')} @click=${() => this.insert('\u200c')}>${icon('zwnj')}${label('tools.zwnj')}${keyHint('zwnj')}</button>`
        : nothing}
      ${this.marksButton()}
      ${row.whyNot && !row.mayWrite ? html`<span class="meta">${row.whyNot}</span>` : nothing}
      ${!row.mayWrite && !row.whyNot ? html`<span class="meta">${label('row.readOnly')}</span>` : nothing}
      <span class="grow"></span>
      ${CONTROLS.has(row.status) ? html`<button class="btn small" type="button" @click=${() => host.reopen(this)}>${label('tools.reopen')}</button>` : nothing}
      ${row.mayWrite ? html`<button class="btn primary small" type="button" @click=${() => host.finish(this, false)}>${label('tools.confirm')}${keyHint('confirm')}</button>` : nothing}
    </div>`;
  }

  private marksButton() {
    return html`<button class="btn bare small" type="button" aria-pressed=${this.host.invisibles} title=${label('tools.marksTitle')} @click=${() => this.host.toggleInvisibles()}>${icon('pilcrow')}${label('tools.marks')}</button>`;
  }

  private decide() {
    const { row, host } = this;
    const views: View[] = row.since ? ['redline', 'result', 'before'] : [];
    return html`<div class="decide">
      <div class="acts">
        ${views.length
          ? html`<span class="seg-control" role="group" aria-label=${label('review.show')}>${views.map(
              (view) => html`<button type="button" aria-pressed=${this.view === view} @click=${() => this.look(view)}>${label(`review.${view}`)}</button>`,
            )}</span>`
          : this.marksButton()}
        ${row.sinceNote ? html`<span class="meta">${row.sinceNote}</span>` : nothing}
        <span class="grow"></span>
        ${row.whyNot && !row.mayApprove ? html`<span class="meta" id=${`why-${row.id}`}>${row.whyNot}</span>` : nothing}
        ${CONTROLS.has(row.status) ? html`<button class="btn small" type="button" @click=${() => host.reopen(this)}>${label('tools.reopen')}</button>` : nothing}
        ${this.dirty && !this.storing ? html`<button class="btn bare small" type="button" @click=${() => host.undo(this)}>${label('review.undo')}</button>` : nothing}
        <button class="btn small" type="button" aria-expanded=${this.returning} @click=${() => (this.returning ? this.stopReturn() : this.startReturn())}>${icon('returned')}${label('review.return')}</button>
        <button class="btn primary small" type="button" ?disabled=${!row.mayApprove} aria-describedby=${row.whyNot && !row.mayApprove ? `why-${row.id}` : nothing}
          @click=${() => host.finish(this, false)}>${label('review.approve')}${keyHint('confirm')}</button>
      </div>
      ${this.returning ? this.returnForm() : nothing}
    </div>`;
  }

  private look(view: View) {
    if (view === 'result') void this.startWriting();
    else this.view = view;
  }

  private returnForm() {
    const { row, host } = this;
    return html`<form class="return" aria-label=${label('return.name')} @submit=${(event: Event) => event.preventDefault()}>
      <fieldset><legend>${label('return.reason')}</legend>${REASON_KINDS.map(
        (kind) => html`<label class="choice"><input type="radio" name=${`reason-${row.id}`} value=${kind} ?checked=${kind === 'meaning'} />${label(`return.${kind}`)}</label>`,
      )}</fieldset>
      <textarea class="area t small" rows="2" lang=${host.targetLang} dir=${directionOf(host.targetLang)} aria-label=${label('return.what')}></textarea>
      <div class="acts"><span class="grow"></span>
        <button class="btn bare small" type="button" @click=${this.stopReturn}>${label('return.cancel')}${keyHint('leave')}</button>
        <button class="btn small" type="button" @click=${this.sendReturn}>${label('return.send')}${keyHint('confirm')}</button>
      </div>
    </form>`;
  }
}

function avatar(person: Person, title = person.name) {
  return html`<span class=${`avatar small p${person.colour}`} role="img" aria-label=${title} title=${title}>${Array.from(person.name)[0] ?? ''}</span>`;
}

function before(row: Row): string {
  return (row.since ?? []).filter((piece) => piece.kind !== 'inserted').map((piece) => piece.text).join('');
}
