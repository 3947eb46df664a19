import { keys, onKeysDefined } from './keys';
import { defineLabels, label, LABELS } from './labels';
import type { Mode, ReasonKind, Result, Row, SaveState, SegmentListServer } from './rows';
import { Sending } from './sending';
import { SegmentRow, type RowHost } from './segment-row';
import './save-state';
import './progress-stack';

export { LABELS };
export type * from './rows';

const PAGE = 200;
// Rows stand in groups, so that the browser passes over all that are out of sight in one step each.
const GROUP = 20;
const ZWNJ = '\u200c';

/** The ids of the actions that the list answers to; their keys come from the registry. */
export const ACTIONS = ['confirm', 'confirm-stay', 'previous', 'next', 'zwnj', 'leave', 'approve', 'return', 'marks', 'copy-source'] as const;

/**
 * The text of a document, segment under segment, the active one open in place.
 *
 * - **Properties** (server → list): `sourceLang`, `targetLang`, `mode`, `total` (setting it loads the rows), `labels`,
 *   `invisibles`.
 * - **Calls to the server**: `SegmentListServer`, through Vaadin's `$server`.
 * - **Calls from the server**: `update`, `reload`, `insertText`, `replaceText`, `goTo`, `saveState`, `caret`.
 * - **Events**: `save-state` {state, no?}, `row-active` {id, no}, `invisibles-changed` {invisibles},
 *   `finding-act` {id, finding, act}.
 *
 * Typing never waits: words are kept in the browser at once and sent as a draft when the hands rest; leaving a row
 * saves it; confirming goes on to the next row before the server has answered.
 */
export class SegmentList extends HTMLElement implements RowHost {
  /** Set by Vaadin. */
  declare $server: SegmentListServer;

  private readonly rows = new Map<string, SegmentRow>();
  private current?: SegmentRow;
  /** The one row that the tab key reaches. */
  private tabbed?: SegmentRow;
  private languages = { source: 'en', target: 'fa' };
  private way: Mode = 'translate';
  private count = 0;
  private marks = false;
  private loading = 0;
  private loaded: Promise<void> = Promise.resolve();
  private forced?: SaveState;
  private unbind: (() => void)[] = [];
  private telling?: ReturnType<typeof setTimeout>;
  private readonly sending = new Sending(
    (id, version, text) => this.$server.draft(id, this.rows.get(id)?.base ?? version, text),
    (state) => this.tell(state),
  );

  /** The id of the person at work, under which unsent words are kept in the browser. */
  set owner(owner: string) {
    this.sending.owner = owner;
  }

  get sourceLang() {
    return this.languages.source;
  }

  set sourceLang(lang: string) {
    this.languages.source = lang;
    this.redraw();
  }

  get targetLang() {
    return this.languages.target;
  }

  set targetLang(lang: string) {
    this.languages.target = lang;
    this.redraw();
  }

  get mode() {
    return this.way;
  }

  set mode(mode: Mode) {
    this.way = mode;
    this.redraw();
  }

  get invisibles() {
    return this.marks;
  }

  set invisibles(shown: boolean) {
    this.marks = shown;
    this.redraw();
  }

  get total() {
    return this.count;
  }

  set total(total: number) {
    if (total === this.count) return;
    this.count = total;
    if (this.isConnected) this.load();
  }

  set labels(labels: Record<string, string>) {
    defineLabels(labels);
    this.setAttribute('aria-label', label('list.name'));
  }

  connectedCallback() {
    this.classList.add('list');
    this.setAttribute('role', 'list');
    this.setAttribute('aria-label', label('list.name'));
    this.addEventListener('click', this.clicked);
    this.addEventListener('keydown', this.pressedOnRow);
    document.addEventListener('visibilitychange', this.pageHidden);
    window.addEventListener('pagehide', this.pageHidden);
    this.sending.connect();
    this.bindKeys();
    this.unbind.push(onKeysDefined(() => this.redraw()));
    if (this.count && !this.rows.size) this.load();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.clicked);
    this.removeEventListener('keydown', this.pressedOnRow);
    document.removeEventListener('visibilitychange', this.pageHidden);
    window.removeEventListener('pagehide', this.pageHidden);
    this.sending.disconnect();
    this.unbind.forEach((each) => each());
    this.unbind = [];
  }

  // ── What the server calls ──

  /** Rows that someone changed, I or another; words I am typing are left alone. */
  update(rows: Row[]) {
    for (const row of rows) this.rows.get(row.id)?.show(row);
  }

  /** Reads everything again, for instance after a filter or a split; the open row stays open if it is still there. */
  reload(total: number) {
    this.count = total;
    this.load();
  }

  /** Puts text into the open field: at the caret, or as its whole text when it is empty. */
  insertText(text: string) {
    void this.toField((row) => row.insert(text));
  }

  /** Replaces the words of the open field; the browser's undo takes it back. */
  replaceText(text: string) {
    void this.toField((row) => row.replace(text));
  }

  /** Opens a row by its rendering's id, its segment's id or its number. */
  async goTo(where: string | number): Promise<boolean> {
    let row = this.find(where);
    while (!row && this.loading) {
      await this.nextPage();
      row = this.find(where);
    }
    if (row) await this.activate(row);
    return row !== undefined;
  }

  /** The server knows better how my words stand, for instance that its connection is gone; `saved` gives way to our own. */
  saveState(state: SaveState) {
    this.forced = state === 'saved' ? undefined : state;
    this.tell(this.sending.state);
  }

  /** Where I am: the open row, the caret in code points and what is selected, for splitting or looking up. */
  caret(): { id: string; segment: string; at: number; selected: string } | null {
    const row = this.current;
    if (!row) return null;
    const field = row.field;
    const inField = field && document.activeElement === field;
    const selected = inField ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection() ?? '');
    const at = field ? Array.from(field.value.slice(0, field.selectionStart)).length : 0;
    return { id: row.row.id, segment: row.row.segment, at, selected };
  }

  // ── Loading ──

  private pageWaiters: (() => void)[] = [];

  private load() {
    const run = ++this.loadRun;
    this.loading++;
    this.toggleAttribute('aria-busy', true);
    this.loaded = this.loadPages(run).finally(() => {
      this.loading--;
      if (!this.loading) this.removeAttribute('aria-busy');
      this.wakeWaiters();
    });
  }

  private loadRun = 0;

  private async loadPages(run: number) {
    // Vaadin may connect the element before it has given it its server.
    while (!this.$server && this.isConnected) await new Promise((resolve) => setTimeout(resolve));
    const seen = new Set<string>();
    let after: SegmentRow | undefined;
    for (let from = 0; from < this.count; from += PAGE) {
      const page = await this.$server.load(from, PAGE);
      if (run !== this.loadRun) return;
      if (!page.length) break;
      for (const row of page) {
        if (seen.has(row.id)) continue;
        seen.add(row.id);
        after = this.place(row, after);
      }
      this.wakeWaiters();
      await breath();
      if (run !== this.loadRun) return;
    }
    for (const [id, row] of [...this.rows]) if (!seen.has(id)) this.drop(id, row);
    this.firstFocusable();
  }

  /** Puts a row after another without moving one that is already there: a moved field would lose its caret. */
  private place(row: Row, after: SegmentRow | undefined): SegmentRow {
    let element = this.rows.get(row.id);
    const fresh = !element;
    if (element) {
      for (let other = this.following(after); other && other !== element; other = this.following(after)) this.toTheEnd(other);
    } else {
      element = document.createElement('segment-row') as SegmentRow;
      element.host = this;
      element.tabIndex = -1;
      this.rows.set(row.id, element);
      this.insertAfter(element, after);
    }
    element.show(row);
    if (fresh) this.bringKept(element);
    return element;
  }

  private insertAfter(element: SegmentRow, after: SegmentRow | undefined) {
    const group = after?.parentElement ?? this.firstElementChild;
    if (!group) this.append(newGroup(element));
    else if (!after) group.prepend(element);
    else if (group.childElementCount >= GROUP && after === group.lastElementChild) group.after(newGroup(element));
    else after.after(element);
  }

  // What stands between is either gone from the document, and dropped in the end, or comes later.
  private toTheEnd(row: SegmentRow) {
    const group = row.parentElement!;
    if (this.lastElementChild !== group || group.childElementCount > 1) this.lastElementChild!.append(row);
    if (!group.childElementCount) group.remove();
  }

  private following(row: SegmentRow | undefined): SegmentRow | null {
    const next = row ? (row.nextElementSibling ?? row.parentElement!.nextElementSibling?.firstElementChild) : this.firstElementChild?.firstElementChild;
    return (next as SegmentRow | null | undefined) ?? null;
  }

  private preceding(row: SegmentRow): SegmentRow | null {
    const previous = row.previousElementSibling ?? row.parentElement!.previousElementSibling?.lastElementChild;
    return (previous as SegmentRow | null | undefined) ?? null;
  }

  /** Words that only this browser has are shown at once, and sent again. */
  private bringKept(row: SegmentRow) {
    const kept = this.sending.kept(row.row.id);
    if (!kept) return;
    if (kept.text === row.row.text) return this.sending.release(row.row.id, kept.text);
    row.take(kept.text, kept.version);
    this.sending.typed(row.row.id, kept.version, kept.text);
  }

  private drop(id: string, row: SegmentRow) {
    if (row === this.current) this.current = undefined;
    if (row === this.tabbed) this.tabbed = undefined;
    const group = row.parentElement;
    row.remove();
    if (!group?.childElementCount) group?.remove();
    this.rows.delete(id);
  }

  private nextPage(): Promise<void> {
    return new Promise((resolve) => this.pageWaiters.push(resolve));
  }

  private wakeWaiters() {
    const waiters = this.pageWaiters;
    this.pageWaiters = [];
    waiters.forEach((each) => each());
  }

  private find(where: string | number): SegmentRow | undefined {
    if (typeof where === 'string' && this.rows.has(where)) return this.rows.get(where);
    return this.someRow(({ row }) => row.no === Number(where) || row.segment === where);
  }

  private someRow(test: (row: SegmentRow) => boolean): SegmentRow | undefined {
    for (const row of this.rows.values()) if (test(row)) return row;
    return undefined;
  }

  private firstFocusable() {
    const first = this.following(undefined);
    if (!this.tabbed && first) this.focusable(first);
  }

  private redraw() {
    for (const row of this.rows.values()) row.requestUpdate();
  }

  // ── The open row ──

  private async activate(row: SegmentRow) {
    if (row === this.current) return row.enter();
    this.leave();
    this.current = row;
    this.focusable(row);
    row.open(this.sending.kept(row.row.id));
    // Words begun on an older version are shown beside what is stored now, not over it.
    if (row.dirty && row.base !== row.row.version && row.row.mayWrite && !row.conflict && !row.storing) void this.save(row);
    this.tellActive(row);
    await row.enter();
    if (this.current === row) this.keepInMiddle(row);
  }

  /** Closes the open row; unsent words are saved. */
  private leave() {
    const row = this.current;
    this.current = undefined;
    if (!row) return;
    if (row.dirty && row.row.mayWrite && !row.storing && !row.conflict) {
      // A reviewer who passes by decides nothing: words stay theirs until they approve.
      if (this.way === 'review') this.sending.sendNow(row.row.id);
      else void this.save(row);
    }
    row.close();
  }

  private focusable(row: SegmentRow) {
    if (this.tabbed) this.tabbed.tabIndex = -1;
    row.tabIndex = 0;
    this.tabbed = row;
  }

  // Several rows may be passed in a moment; the panels follow where I stop.
  private tellActive(row: SegmentRow) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      void Promise.resolve(this.$server.focusRow(row.row.id)).catch(() => {});
    }, 40);
    this.dispatchEvent(new CustomEvent('row-active', { detail: { id: row.row.id, no: row.row.no } }));
  }

  private keepInMiddle(row: SegmentRow) {
    for (let look = 0; look < 2; look++) {
      const list = this.getBoundingClientRect();
      const box = row.getBoundingClientRect();
      const third = list.height / 3;
      const top = box.top - list.top;
      const bottom = box.bottom - list.top;
      if (top >= third && bottom <= 2 * third) return;
      // A row taller than its third begins at a sixth, so that its tools stay in sight.
      const wanted = box.height > third ? Math.max(0, Math.min(third, (list.height - box.height) / 2)) : (list.height - box.height) / 2;
      this.scrollTop += top - wanted;
    }
  }

  private async toField(act: (row: SegmentRow) => void) {
    const row = this.current;
    if (!row?.row.mayWrite) return;
    if (!row.writable) await row.startWriting();
    act(row);
  }

  // ── What rows ask for ──

  typed(row: SegmentRow) {
    this.sending.typed(row.row.id, row.base, row.text);
  }

  finish(row: SegmentRow, stay: boolean) {
    const review = this.way === 'review';
    if (review ? !row.row.mayApprove : !row.row.mayWrite) return;
    if (row.conflict && !row.conflict.merging) return;
    if (!row.text.trim()) return row.refuse(label('row.noWords'));
    const send = (text: string) =>
      review
        ? this.$server.approve(row.row.id, row.base, text, stay)
        : this.$server.confirm(row.row.id, row.base, text, stay);
    this.storeAndGoOn(row, send, stay);
  }

  giveBack(row: SegmentRow, kind: ReasonKind, reason: string) {
    row.returning = false;
    this.afterSaving(row, () => this.storeAndGoOn(row, () => this.$server.giveBack(row.row.id, row.base, kind, reason), false));
  }

  reopen(row: SegmentRow) {
    const enter = () => {
      if (this.current === row) void row.enter();
    };
    this.afterSaving(row, () => void this.store(row, () => this.$server.reopen(row.row.id, row.base)).then(enter));
  }

  // A return or a reopening carries no text, so words of my own go before it.
  private afterSaving(row: SegmentRow, then: () => void) {
    if (!row.dirty) return then();
    void this.save(row).then((result) => {
      if (result.kind === 'saved') then();
    });
  }

  keepTheirs(row: SegmentRow) {
    const mine = row.conflict!.text;
    row.conflict = undefined;
    row.setAside = mine;
    row.take(row.row.text, row.row.version);
    this.sending.conflict(row.row.id, false);
    // The draft on the server would bring my words back at the next visit.
    this.sending.typed(row.row.id, row.base, row.text);
    this.sending.sendNow(row.row.id);
    if (this.current === row) void row.enter();
  }

  /** The stored words again; mine can be brought back. */
  undo(row: SegmentRow) {
    row.setAside = row.text;
    row.take(row.row.text, row.row.version);
    this.sending.typed(row.row.id, row.base, row.text);
    this.sending.sendNow(row.row.id);
    void row.enter();
  }

  keepMine(row: SegmentRow) {
    const { text, again } = row.conflict!;
    row.conflict = undefined;
    row.take(text, row.row.version);
    this.sending.conflict(row.row.id, false);
    again(text);
  }

  mergeBoth(row: SegmentRow) {
    const conflict = row.conflict!;
    row.conflict = { ...conflict, merging: true };
    void this.activate(row).then(() => {
      row.take(row.text, row.row.version);
      return row.startWriting();
    });
  }

  bringBack(row: SegmentRow) {
    const text = row.setAside!;
    row.setAside = undefined;
    void this.activate(row).then(() => (row.field ? row.replace(text) : row.take(text, row.base)));
  }

  toggleInvisibles() {
    this.invisibles = !this.marks;
    this.dispatchEvent(new CustomEvent('invisibles-changed', { detail: { invisibles: this.marks } }));
  }

  act(row: SegmentRow, finding: string, act: string) {
    this.dispatchEvent(new CustomEvent('finding-act', { detail: { id: row.row.id, finding, act } }));
  }

  // ── Storing ──

  private save(row: SegmentRow): Promise<Result> {
    return this.store(row, (text) => this.$server.save(row.row.id, row.base, text));
  }

  private storeAndGoOn(row: SegmentRow, send: (text: string) => Promise<Result>, stay: boolean) {
    const next = stay ? undefined : this.nextWaiting(row);
    const stored = this.store(row, send);
    if (next) void this.activate(next);
    else if (!stay) void stored.then((result) => this.goOn(row, result));
  }

  private async goOn(from: SegmentRow, result: Result) {
    if (result.kind !== 'saved' || this.current !== from) return;
    const next = result.next ?? (await this.$server.nextUntranslated(from.row.id));
    if (next && this.current === from) await this.goTo(next);
  }

  private nextWaiting(row: SegmentRow): SegmentRow | undefined {
    const waiting = this.way === 'review' ? 'translated' : 'untranslated';
    for (let next = this.following(row); next; next = this.following(next)) {
      if (next.row.status === waiting && !next.row.returned && !next.storing) return next;
    }
    return undefined;
  }

  private async store(row: SegmentRow, send: (text: string) => Promise<Result>): Promise<Result> {
    const id = row.row.id;
    const text = row.text;
    this.sending.supersede(id);
    if (row.dirty) this.sending.keep(id, row.base, text);
    row.storing++;
    try {
      const result = await this.sending.inOrder(id, () => send(text));
      row.storing--;
      this.settle(row, result, text, send);
      return result;
    } catch (error) {
      row.storing--;
      throw error;
    }
  }

  private settle(row: SegmentRow, result: Result, text: string, send: (text: string) => Promise<Result>) {
    const id = row.row.id;
    // My own text may have been stored although its answer was lost on the way.
    const mine = result.kind === 'conflict' && result.row.text === text;
    if (result.kind === 'saved' || mine) {
      row.stored(result.row, text);
      this.sending.release(id, text);
      this.sending.conflict(id, false);
    } else if (result.kind === 'conflict') {
      row.row = result.row;
      row.changedBy = undefined;
      const { mine, theirs, theirsBy } = result;
      row.conflict = { mine, theirs, theirsBy, text: row.text, again: () => void this.store(row, send), merging: false };
      this.sending.conflict(id, true);
    } else {
      row.row = result.row;
      row.refusal = result.why;
    }
  }

  private tell(own: SaveState) {
    const state = this.forced ?? own;
    const no = state === 'conflict' ? this.someRow((row) => row.conflict !== undefined)?.row.no : undefined;
    this.dispatchEvent(new CustomEvent('save-state', { detail: { state, no }, bubbles: true, composed: true }));
  }

  // ── Hands ──

  private readonly clicked = (event: Event) => {
    const target = event.target as Element;
    const row = target.closest('segment-row') as SegmentRow | null;
    if (!row || target.closest('button, a, input, textarea, label')) return;
    if (row === this.current) {
      // Its source is there to be selected; a click on its empty parts means the field.
      if (!target.closest('bd-text')) void row.enter();
      return;
    }
    // Someone who has just selected words wants to copy them.
    if (String(getSelection() ?? '') && getSelection()?.containsNode?.(row, true)) return;
    void this.activate(row);
  };

  private readonly pressedOnRow = (event: KeyboardEvent) => {
    const row = event.target;
    if (!(row instanceof SegmentRow) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (row === this.current) void row.startWriting();
      else void this.activate(row);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const other = event.key === 'ArrowDown' ? this.following(row) : this.preceding(row);
      if (!other) return;
      event.preventDefault();
      this.focusable(other);
      other.focus();
    }
  };

  private readonly pageHidden = () => {
    if (document.visibilityState === 'hidden') this.sending.sendAllNow();
  };

  private bindKeys() {
    const bind = (id: (typeof ACTIONS)[number], act: (row: SegmentRow) => boolean | void) =>
      this.unbind.push(
        keys.on(id, () => {
          const here = document.activeElement;
          if (here && here !== document.body && !this.contains(here)) return false;
          return this.current ? act(this.current) : false;
        }),
      );
    bind('confirm', (row) => (row.returning ? row.sendReturn() : this.finish(row, false)));
    bind('confirm-stay', (row) => (row.returning ? row.sendReturn() : this.finish(row, true)));
    bind('zwnj', (row) => {
      const field = document.activeElement;
      if (field instanceof HTMLTextAreaElement && field !== row.field) {
        field.setRangeText(ZWNJ, field.selectionStart, field.selectionEnd, 'end');
        return true;
      }
      if (!row.writable) return false;
      row.insert(ZWNJ);
      return true;
    });
    bind('leave', (row) => {
      if (row.returning) return row.stopReturn();
      this.leave();
      row.focus({ preventScroll: true });
    });
    bind('approve', (row) => this.finish(row, false));
    bind('return', (row) => (this.way === 'review' ? void row.startReturn() : false));
    bind('marks', () => this.toggleInvisibles());
    bind('copy-source', (row) => this.replaceText(row.row.source));
    this.unbind.push(keys.on('next', () => this.step(1)));
    this.unbind.push(keys.on('previous', () => this.step(-1)));
  }

  private step(way: 1 | -1): boolean | void {
    const here = document.activeElement;
    if (here && here !== document.body && !this.contains(here)) return false;
    const from = this.current ?? this.tabbed;
    if (!from) return false;
    const to = way === -1 ? this.preceding(from) : this.current ? this.following(from) : from;
    if (to) void this.activate(to);
  }
}

function newGroup(first: SegmentRow): HTMLElement {
  const group = document.createElement('div');
  group.className = 'segs';
  group.setAttribute('role', 'presentation');
  group.append(first);
  return group;
}

// Lets the page draw and the person type between two pages of rows.
function breath(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve);
  });
}

customElements.define('segment-list', SegmentList);
