import { html, nothing, render, type TemplateResult } from 'lit';
import { directionOf } from './bd-text';
import { icon } from './icons';
import { defineLabels, label, number } from './labels';
import { RowChunks } from './row-chunks';

/** A stretch of the text: unchanged, or before and after some repairs. */
export interface Piece {
  before: string;
  after: string;
  repairs: number[];
  refused: number[];
  rules: string[];
}

export interface Question {
  at: number;
  end: number;
  reason: string;
  text: string;
  offer: string;
}

export interface SheetRow {
  no: number;
  at: number;
  end: number;
  kind: string;
  page: number;
  pieces: Piece[];
  questions: Question[];
}

export interface RepairSheetServer {
  load(from: number, count: number): Promise<SheetRow[]>;
  look(from: number, count: number): void;
  refuse(repairs: number[]): void;
  restore(refused: number[]): void;
  write(at: number, end: number, text: string): void;
  leave(at: number): void;
  showPage(page: number): void;
}

/** What stands for white space that a repair took away or put in, since a mark on nothing is not seen. */
function seen(text: string): string {
  return text.replace(/ /g, '\u2423').replace(/\u00a0/g, '\u237d').replace(/\n/g, '\u21b5').replace(/\t/g, '\u21e5');
}

const ZWNJ = '\u200c';

function withJoiners(text: string): (string | TemplateResult)[] {
  return text.split(ZWNJ).flatMap((part, n) => (n ? [html`<span class="zw">${ZWNJ}</span>`, part] : [part]));
}

/**
 * The text as it came and the repaired text, paragraph beside paragraph, every repair marked on both sides.
 *
 * - **Properties** (server → sheet): `language`, `rules` (name → title and help), `focusRule`, `labels`.
 * - **Calls from the server**: `show(total, from, rows)`, `goTo(row)`.
 * - **Calls to the server**: `RepairSheetServer`.
 *
 * Only rows near the screen are asked for; a click on a mark says what was done and takes it back.
 */
export class RepairSheet extends HTMLElement {
  declare $server: RepairSheetServer;

  private lang_ = 'fa';
  private focused = '';
  private words: Record<string, { title: string; help: string }> = {};
  private note?: HTMLElement;
  private writing?: { at: number; end: number; text: string };
  private readonly chunks = new RowChunks<SheetRow>(this, {
    load: (from, count) => this.$server.load(from, count),
    look: (from, count) => this.$server.look(from, count),
    draw: (row) => this.drawRow(row),
  });

  set language(language: string) {
    this.lang_ = language;
    this.chunks.redraw();
  }

  get language() {
    return this.lang_;
  }

  set rules(rules: Record<string, { title: string; help: string }>) {
    this.words = rules;
  }

  set focusRule(rule: string) {
    this.focused = rule;
    this.chunks.redraw();
  }

  set labels(labels: Record<string, string>) {
    defineLabels(labels);
    this.chunks.redraw();
  }

  connectedCallback() {
    this.classList.add('flow');
    this.setAttribute('role', 'list');
    this.setAttribute('aria-label', label('sheet.name'));
    this.tabIndex = 0;
    this.addEventListener('keydown', this.pressed);
    document.addEventListener('pointerdown', this.pressedElsewhere);
    this.chunks.connect();
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.pressed);
    document.removeEventListener('pointerdown', this.pressedElsewhere);
    this.closeNote();
    this.chunks.disconnect();
  }

  show(total: number, from: number, rows: SheetRow[]) {
    this.closeNote();
    this.chunks.show(total, from, rows);
  }

  goTo(row: number) {
    this.chunks.goTo(row);
  }

  private readonly pressed = (event: KeyboardEvent) => {
    if (event.code === 'Escape' && this.note) {
      event.stopPropagation();
      this.closeNote(true);
    }
  };

  private readonly pressedElsewhere = (event: Event) => {
    if (this.note && !event.composedPath().includes(this.note)) this.closeNote();
  };

  // ── Drawing ──

  private drawRow(row: SheetRow): TemplateResult {
    const dir = directionOf(this.lang_);
    const open = this.writing && this.writing.at >= row.at && this.writing.end <= row.end && row.end > row.at ? this.writing : undefined;
    return html`<div class="before-after ${row.questions.length ? 'flagged' : ''} k-${row.kind}" role="listitem">
      <p class="t raw" lang=${this.lang_} dir=${dir}>${this.side(row, 'before')}</p>
      <div class="after-side">
        <p class="t" lang=${this.lang_} dir=${dir}>${this.side(row, 'after')}</p>
        ${row.kind === 'body' ? nothing : html`<span class="kind">${label(`kind.${row.kind}`)}</span>`}
        ${open ? nothing : html`<button class="btn bare icon small pen" title=${label('sheet.write')} aria-label=${label('sheet.write')} @click=${() => this.beginWriting(row)}>${icon('draft')}</button>`}
        ${row.page ? html`<button class="btn bare small page-no" title=${label('sheet.page', number(row.page))} @click=${() => this.$server.showPage(row.page)}>${number(row.page)}</button>` : nothing}
      </div>
      ${row.questions.map((question) => this.drawQuestion(question, dir))}
      ${open ? this.drawWriting(open, dir) : nothing}
    </div>`;
  }

  private side(row: SheetRow, side: 'before' | 'after'): (string | TemplateResult)[] {
    const last = row.pieces.length - 1;
    return row.pieces.flatMap<string | TemplateResult>((piece, n) => {
      const text = piece[side];
      if (!piece.repairs.length && !piece.refused.length) {
        // What parts the paragraphs is seen as the distance between them.
        return [n === 0 && n === last ? text.trim() : n === 0 ? text.trimStart() : n === last ? text.trimEnd() : text];
      }
      return [this.mark(piece, side)];
    });
  }

  private mark(piece: Piece, side: 'before' | 'after'): TemplateResult {
    const text = piece[side];
    const other = piece[side === 'before' ? 'after' : 'before'];
    const blank = !text.trim();
    // On the repaired side a blank is just that; between paragraphs it is the distance between them.
    const shown = !blank ? text : side === 'before' ? seen(text) : text.includes('\n') ? '' : text;
    const inFocus = piece.rules.includes(this.focused);
    const classes = [
      piece.refused.length && !piece.repairs.length ? 'kept' : side === 'before' ? (other.trim() || blank ? 'b' : 'gone') : 'a',
      inFocus ? 'f' : '',
      blank ? 'blank' : '',
    ];
    if (!shown) return html``;
    return html`<span
      class=${classes.join(' ')}
      role="button"
      tabindex=${inFocus ? 0 : -1}
      aria-label=${piece.rules.map((rule) => this.titleOf(rule)).join(', ')}
      @click=${(event: Event) => this.openNote(event.currentTarget as HTMLElement, piece)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') this.openNote(event.currentTarget as HTMLElement, piece);
      }}
      >${side === 'after' && !blank ? withJoiners(shown) : shown}</span
    >`;
  }

  private titleOf(rule: string): string {
    return this.words[rule]?.title ?? (rule === 'person' ? label('sheet.byPerson') : rule);
  }

  private drawQuestion(question: Question, dir: string): TemplateResult {
    const write = () => {
      this.writing = { at: question.at, end: question.end, text: question.offer || question.text };
      this.chunks.redraw();
      this.focusField();
    };
    return html`<div class="ask">
      ${icon('flag')}
      <p>
        <b>${label(`flag.${question.reason}`)}</b><br /><bdi class="t small raw" lang=${this.lang_} dir=${dir}>${question.text.trim()}</bdi>
        ${question.offer
          ? html`<br /><span class="quiet">${label('sheet.offer')}</span> <bdi class="t small" lang=${this.lang_} dir=${dir}>${question.offer}</bdi>`
          : nothing}
      </p>
      <span class="seg-control" role="group" aria-label=${label('sheet.question')}>
        <button @click=${() => this.$server.leave(question.at)}>${label('sheet.leave')}</button>
        ${question.offer
          ? html`<button @click=${() => this.$server.write(question.at, question.end, question.offer)}>${label('sheet.take')}</button>`
          : nothing}
        <button @click=${write}>${label('sheet.writeIt')}</button>
      </span>
    </div>`;
  }

  private drawWriting(open: { at: number; end: number; text: string }, dir: string): TemplateResult {
    const send = () => {
      const field = this.querySelector<HTMLTextAreaElement>('.write-over textarea');
      const text = field?.value ?? open.text;
      this.writing = undefined;
      this.$server.write(open.at, open.end, text);
    };
    const drop = () => {
      this.writing = undefined;
      this.chunks.redraw();
    };
    return html`<div class="write-over">
      <textarea class="t" lang=${this.lang_} dir=${dir} aria-label=${label('sheet.writeIt')} rows="3" .value=${open.text}
        @keydown=${(event: KeyboardEvent) => {
          if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.stopPropagation();
            send();
          } else if (event.code === 'Escape') drop();
        }}></textarea>
      <span class="acts">
        <button class="btn primary small" @click=${send}>${label('sheet.put')}</button>
        <button class="btn bare small" @click=${drop}>${label('sheet.cancel')}</button>
      </span>
    </div>`;
  }

  /** The whole paragraph, in place of its stretch of the original without the white space at its ends. */
  private beginWriting(row: SheetRow) {
    const before = row.pieces.map((piece) => piece.before).join('');
    const after = row.pieces.map((piece) => piece.after).join('').trim();
    const start = before.length - before.trimStart().length;
    const end = before.trimEnd().length;
    this.writing = { at: row.at + Math.min(start, end), end: row.at + end, text: after };
    this.chunks.redraw();
    this.focusField();
  }

  private focusField() {
    this.querySelector<HTMLTextAreaElement>('.write-over textarea')?.focus();
  }

  // ── What was done at a mark ──

  private openNote(mark: HTMLElement, piece: Piece) {
    this.closeNote();
    const note = document.createElement('div');
    note.className = 'repair-note';
    note.setAttribute('role', 'dialog');
    note.setAttribute('aria-label', label('sheet.what'));
    const back = () => {
      this.closeNote();
      if (piece.repairs.length) this.$server.refuse(piece.repairs);
      else this.$server.restore(piece.refused);
    };
    const dir = directionOf(this.lang_);
    render(
      html`<p class="change"><bdi class="t small raw" lang=${this.lang_} dir=${dir}>${seen(piece.before) || '∅'}</bdi>${icon('next')}<bdi class="t small" lang=${this.lang_} dir=${dir}>${withJoiners(seen(piece.after) || '∅')}</bdi></p>
        ${piece.rules.map(
          (rule) => html`<p><b>${this.titleOf(rule)}</b>${this.words[rule] ? html`<br /><span class="quiet">${this.words[rule].help}</span>` : nothing}</p>`,
        )}
        <button class="btn small" @click=${back}>${label(piece.repairs.length ? 'sheet.undo' : 'sheet.redo')}</button>`,
      note,
    );
    this.append(note);
    const box = mark.getBoundingClientRect();
    const around = this.getBoundingClientRect();
    note.style.insetBlockStart = `${box.bottom - around.top + this.scrollTop + 6}px`;
    const left = Math.max(8, Math.min(box.left - around.left, this.clientWidth - note.offsetWidth - 8));
    note.style.left = `${left}px`;
    note.querySelector('button')?.focus({ preventScroll: true });
    this.note = note;
  }

  private closeNote(back = false) {
    this.note?.remove();
    this.note = undefined;
    if (back) this.focus({ preventScroll: true });
  }
}

customElements.define('repair-sheet', RepairSheet);
