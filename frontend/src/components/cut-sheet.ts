import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, renderText, type Code } from './bd-text';
import { icon } from './icons';
import { defineLabels, label, number } from './labels';
import { RowChunks } from './row-chunks';

export interface CutRow {
  no: number;
  first: number;
  kind: string;
  level: number;
  translatable: boolean;
  page: number;
  segments: { text: string; codes: Code[] }[];
}

export interface CutSheetServer {
  load(from: number, count: number): Promise<CutRow[]>;
  look(from: number, count: number): void;
  mark(row: number, kind: string, level: number, translatable: boolean): void;
  join(row: number): void;
  split(row: number, segment: number): void;
}

const KINDS = ['heading', 'body', 'verse', 'quote', 'list', 'footnote', 'caption', 'furniture'];
const LEVELS = [1, 2, 3, 4];

/**
 * Paragraphs and the segments they are cut into, before anything is stored.
 *
 * - **Properties** (server → sheet): `language`, `labels`.
 * - **Calls from the server**: `show(total, from, rows)`, `goTo(row)`.
 * - **Calls to the server**: `CutSheetServer`.
 */
export class CutSheet extends HTMLElement {
  declare $server: CutSheetServer;

  private language_ = 'fa';
  private readonly chunks = new RowChunks<CutRow>(this, {
    load: (from, count) => this.$server.load(from, count),
    look: (from, count) => this.$server.look(from, count),
    draw: (row) => this.drawRow(row),
  });

  set language(language: string) {
    this.language_ = language;
    this.chunks.redraw();
  }

  get language() {
    return this.language_;
  }

  set labels(labels: Record<string, string>) {
    defineLabels(labels);
    this.chunks.redraw();
  }

  connectedCallback() {
    this.classList.add('flow');
    this.setAttribute('role', 'list');
    this.setAttribute('aria-label', label('cut.name'));
    this.tabIndex = 0;
    this.chunks.connect();
  }

  disconnectedCallback() {
    this.chunks.disconnect();
  }

  show(total: number, from: number, rows: CutRow[]) {
    this.chunks.show(total, from, rows);
  }

  goTo(row: number) {
    this.chunks.goTo(row);
  }

  private drawRow(row: CutRow): TemplateResult {
    const dir = directionOf(this.language_);
    return html`<div class="cut-row k-${row.kind} ${row.translatable ? '' : 'kept-as-is'}" role="listitem">
      <div class="t" lang=${this.language_} dir=${dir}>
        ${row.segments.map(
          (segment, n) =>
            html`${n
                ? html`<button class="btn bare icon small cut-here" title=${label('cut.split')} aria-label=${label('cut.split')} @click=${() => this.$server.split(row.no, n)}>
                    ${icon('split')}
                  </button>`
                : nothing}<p><span class="no">${row.translatable ? number(row.first + n) : ''}</span><span class="words">${renderText({ text: segment.text, codes: segment.codes, lang: this.language_ })}</span></p>`,
        )}
      </div>
      <div class="cut-tools">
        <select aria-label=${label('cut.kind')} @change=${(event: Event) => this.kindChosen(row, event)}>
          ${KINDS.flatMap((kind) =>
            kind === 'heading'
              ? LEVELS.map((level) => this.option(row, kind, level))
              : [this.option(row, kind, 0)],
          )}
        </select>
        <label class="keep"
          ><input type="checkbox" .checked=${row.translatable} @change=${(event: Event) =>
            this.$server.mark(row.no, row.kind, row.level, (event.target as HTMLInputElement).checked)} />${label('cut.translate')}</label
        >
        <button class="btn bare small" title=${label('cut.joinTitle')} @click=${() => this.$server.join(row.no)}>${icon('join')}${label('cut.join')}</button>
        ${row.page ? html`<span class="quiet">${label('sheet.page', number(row.page))}</span>` : nothing}
      </div>
    </div>`;
  }

  private option(row: CutRow, kind: string, level: number): TemplateResult {
    const chosen = row.kind === kind && (kind !== 'heading' || Math.min(row.level, LEVELS.length) === level);
    const name = kind === 'heading' ? label('kind.headingLevel', number(level)) : label(`kind.${kind}`);
    return html`<option value=${`${kind} ${level}`} .selected=${chosen}>${name}</option>`;
  }

  private kindChosen(row: CutRow, event: Event) {
    const [kind, level] = (event.target as HTMLSelectElement).value.split(' ');
    this.$server.mark(row.no, kind, Number(level), kind !== 'furniture' && (row.translatable || row.kind === 'furniture'));
  }
}

customElements.define('cut-sheet', CutSheet);
