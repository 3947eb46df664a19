import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from '../src/components/keys';
import { sides, type Result, type Row, type SaveState } from '../src/components/rows';
import { SegmentList } from '../src/components/segment-list';
import type { SegmentRow } from '../src/components/segment-row';

const ZWNJ = '\u200c';

function row(no: number, more: Partial<Row> = {}): Row {
  return {
    id: `r${no}`, segment: `s${no}`, no, kind: 'body', starts: false, source: `Source ${no}.`, sourceCodes: [], text: '', codes: [], status: 'untranslated',
    returned: false, version: 1, mine: false, comments: 0, mayWrite: true, mayApprove: true, ...more,
  };
}

/** Stores what it is sent, as the server would; single answers may be replaced. */
function server(rows: Row[]) {
  const store = (status: Row['status']) => async (id: string, _version: number, text: string): Promise<Result> => {
    const stored = rows.find((each) => each.id === id)!;
    Object.assign(stored, { text, status, version: stored.version + 1, returned: false });
    return { kind: 'saved', row: { ...stored } };
  };
  return {
    load: vi.fn(async (from: number, count: number) => rows.slice(from, from + count).map((each) => ({ ...each }))),
    focusRow: vi.fn(async () => {}),
    draft: vi.fn(async () => {}),
    save: vi.fn(store('draft')),
    confirm: vi.fn(store('translated')),
    approve: vi.fn(store('approved')),
    giveBack: vi.fn(async (id: string): Promise<Result> => ({ kind: 'saved', row: { ...rows.find((each) => each.id === id)!, status: 'draft', returned: true } })),
    reopen: vi.fn(async (id: string): Promise<Result> => ({ kind: 'saved', row: { ...rows.find((each) => each.id === id)!, status: 'draft' } })),
    nextUntranslated: vi.fn(async (): Promise<string | null> => null),
  };
}

let states: SaveState[];

async function listOf(rows: Row[], more: Partial<SegmentList> = {}): Promise<[SegmentList, ReturnType<typeof server>]> {
  const list = new SegmentList();
  const answers = server(rows);
  list.$server = answers;
  list.addEventListener('save-state', (event) => states.push((event as CustomEvent).detail.state));
  Object.assign(list, { sourceLang: 'en', targetLang: 'fa', mode: 'translate', ...more });
  document.body.append(list);
  list.total = rows.length;
  await vi.waitFor(() => expect(list.querySelectorAll('segment-row').length).toBe(rows.length));
  await settled(list);
  return [list, answers];
}

async function settled(list: SegmentList) {
  for (let turn = 0; turn < 6; turn++) {
    await Promise.all([...list.querySelectorAll<SegmentRow>('segment-row')].map((each) => each.updateComplete));
    await Promise.resolve();
  }
}

function rowOf(list: SegmentList, no: number): SegmentRow {
  return [...list.querySelectorAll<SegmentRow>('segment-row')].find((each) => each.row.no === no)!;
}

function field(list: SegmentList): HTMLTextAreaElement {
  return list.querySelector('.field textarea')!;
}

function type(list: SegmentList, text: string) {
  field(list).value = text;
  field(list).dispatchEvent(new Event('input', { bubbles: true }));
}

function press(code: string, more: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, composed: true, ...more });
  // happy-dom takes every Alt for AltGr.
  Object.defineProperty(event, 'getModifierState', { value: () => false });
  target.dispatchEvent(event);
}

function button(within: Element, name: string): HTMLButtonElement {
  return [...within.querySelectorAll('button')].find((each) => each.textContent!.includes(name))!;
}

beforeEach(() => {
  states = [];
  localStorage.clear();
  keys.define([
    { id: 'confirm', code: 'Enter', ctrl: true, label: '', group: '' },
    { id: 'confirm-stay', code: 'Enter', ctrl: true, shift: true, label: '', group: '' },
    { id: 'next', code: 'ArrowDown', alt: true, label: '', group: '' },
    { id: 'previous', code: 'ArrowUp', alt: true, label: '', group: '' },
    { id: 'zwnj', code: 'Space', shift: true, label: '', group: '' },
    { id: 'zwnj', code: 'Digit2', ctrl: true, shift: true, label: '', group: '' },
    { id: 'leave', code: 'Escape', label: '', group: '' },
    { id: 'return', code: 'KeyR', leader: true, label: '', group: '' },
    { id: 'copy-source', code: 'KeyO', leader: true, label: '', group: '' },
  ]);
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('English stands left and Persian right, whichever is the source', () => {
  expect(sides('en', 'fa')).toEqual({ source: 'on-left', target: 'on-right' });
  expect(sides('fa', 'en')).toEqual({ source: 'on-right', target: 'on-left' });
  expect(sides('de', 'fr')).toEqual({ source: 'on-left', target: 'on-right' });
});

test('rows come in pages until all are there', async () => {
  const [list, answers] = await listOf(Array.from({ length: 450 }, (_, n) => row(n + 1)));
  expect(answers.load.mock.calls).toEqual([[0, 200], [200, 200], [400, 200]]);
  expect(list.getAttribute('role')).toBe('list');
});

test('a row says its number and status, and shows the source before the target', async () => {
  const [list] = await listOf([row(7, { text: 'سلام', status: 'translated', starts: true, kind: 'heading' })]);
  const shown = rowOf(list, 7);
  expect(shown.getAttribute('aria-label')).toBe('Segment 7, Translated');
  expect([...shown.classList]).toEqual(['seg', 'heading', 's-translated', 'para']);
  expect([...shown.querySelectorAll('.pair > *')].map((each) => each.getAttribute('lang'))).toEqual(['en', 'fa']);
  expect(shown.querySelector('.state .sr')!.textContent).toBe('Translated');
});

test('a returned row says by whom and why', async () => {
  const [list] = await listOf([row(1, { text: 'x', status: 'draft', returned: true, reason: 'Term: see decision 12', reasonBy: 'Mina' })]);
  expect(rowOf(list, 1).querySelector('.why')!.textContent).toContain('Term: see decision 12');
  expect(rowOf(list, 1).classList.contains('s-returned')).toBe(true);
});

test('a click opens the row with the caret at the end of its text', async () => {
  const [list, answers] = await listOf([row(1), row(2, { text: 'سلام بر شما' })]);
  rowOf(list, 2).querySelector<HTMLElement>('.source')!.click();
  await settled(list);
  expect(document.activeElement).toBe(field(list));
  expect([field(list).value, field(list).selectionStart, field(list).dir, field(list).lang]).toEqual(['سلام بر شما', 11, 'rtl', 'fa']);
  await vi.waitFor(() => expect(answers.focusRow).toHaveBeenCalledWith('r2'));
});

test('Alt and the arrows go through the rows, arrows and Enter from a row', async () => {
  const [list] = await listOf([row(1), row(2), row(3)]);
  await list.goTo(1);
  press('ArrowDown', { altKey: true });
  await settled(list);
  expect(rowOf(list, 2).active).toBe(true);
  press('ArrowUp', { altKey: true });
  await settled(list);
  expect(rowOf(list, 1).active).toBe(true);
  press('Escape');
  await settled(list);
  expect([document.activeElement, rowOf(list, 1).active]).toEqual([rowOf(list, 1), false]);
  press('ArrowDown', { key: 'ArrowDown' });
  press('Enter', { key: 'Enter' });
  await settled(list);
  expect(rowOf(list, 2).active).toBe(true);
});

test('a draft is kept in the browser at once and sent when the hands rest', async () => {
  const [list, answers] = await listOf([row(1)]);
  await list.goTo(1);
  vi.useFakeTimers();
  type(list, 'س');
  type(list, 'سلام');
  expect(localStorage.getItem('bargardan.draft..r1')).toContain('سلام');
  expect(answers.draft).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600);
  expect(answers.draft.mock.calls).toEqual([['r1', 1, 'سلام']]);
  expect(localStorage.getItem('bargardan.draft..r1')).toBeNull();
  expect(states).toEqual(['saving', 'saved']);
});

test('what was kept in the browser comes back when the row is opened', async () => {
  localStorage.setItem('bargardan.draft..r1', JSON.stringify({ version: 1, text: 'نیمه‌کاره' }));
  const [list] = await listOf([row(1, { version: 4 })]);
  await list.goTo(1);
  expect([field(list).value, rowOf(list, 1).base]).toEqual(['نیمه‌کاره', 1]);
});

test('a draft that the server keeps is what I go on with', async () => {
  const [list, answers] = await listOf([row(1, { version: 3, draft: { text: 'نیمه', version: 3 } }), row(2)]);
  expect(rowOf(list, 1).getAttribute('aria-label')).toContain('Draft');
  await list.goTo(1);
  expect(field(list).value).toBe('نیمه');
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(answers.confirm).toHaveBeenCalledWith('r1', 3, 'نیمه', false));
});

test('a draft on an older version is held against what is stored now', async () => {
  const [list, answers] = await listOf([row(1, { version: 4, text: 'تازه', status: 'translated', draft: { text: 'نیمه', version: 3 } }), row(2)]);
  await list.goTo(1);
  await vi.waitFor(() => expect(answers.save).toHaveBeenCalledWith('r1', 3, 'نیمه'));
});

test('confirming no words stays and says so', async () => {
  const [list, answers] = await listOf([row(1), row(2)]);
  await list.goTo(1);
  press('Enter', { ctrlKey: true });
  await settled(list);
  expect(answers.confirm).not.toHaveBeenCalled();
  expect(rowOf(list, 1).querySelector('.said.error')).not.toBeNull();
});

test('a reviewer who passes by with words of their own saves nothing, and can undo them', async () => {
  const [list, answers] = await listOf([row(1, { text: 'متن', status: 'translated', mayApprove: true }), row(2)], { mode: 'review' });
  await list.goTo(1);
  type(list, 'متن دیگر');
  await list.goTo(2);
  await settled(list);
  expect(answers.save).not.toHaveBeenCalled();
  expect(answers.draft).toHaveBeenCalledWith('r1', 1, 'متن دیگر');
});

test('leaving a row with unsent words saves it, leaving it untouched does not', async () => {
  const [list, answers] = await listOf([row(1), row(2), row(3)]);
  await list.goTo(1);
  type(list, 'یک');
  await list.goTo(2);
  await list.goTo(3);
  await settled(list);
  expect(answers.save.mock.calls).toEqual([['r1', 1, 'یک']]);
  await vi.waitFor(() => expect(rowOf(list, 1).row.status).toBe('draft'));
  expect(localStorage.length).toBe(0);
});

test('confirming goes to the next untranslated row before the server has answered', async () => {
  const [list, answers] = await listOf([row(1), row(2, { text: 'دو', status: 'translated' }), row(3)]);
  answers.confirm.mockImplementation(() => new Promise(() => {}));
  await list.goTo(1);
  type(list, 'یک');
  press('Enter', { ctrlKey: true });
  await settled(list);
  expect(rowOf(list, 3).active).toBe(true);
  expect(rowOf(list, 1).textContent).toContain('یک');
  expect(answers.save).not.toHaveBeenCalled();
  expect(states[states.length - 1]).toBe('saving');
});

test('when no row here is untranslated the server says where to go', async () => {
  const [list, answers] = await listOf([row(1, { text: 'یک', status: 'draft' }), row(2), row(3)]);
  answers.confirm.mockResolvedValueOnce({ kind: 'saved', row: row(3, { text: 'سه', status: 'translated', version: 2 }) });
  answers.nextUntranslated.mockResolvedValueOnce('r2');
  await list.goTo(3);
  type(list, 'سه');
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(rowOf(list, 2).active).toBe(true));
});

test('with Shift, confirming stays', async () => {
  const [list, answers] = await listOf([row(1), row(2)]);
  await list.goTo(1);
  type(list, 'یک');
  press('Enter', { ctrlKey: true, shiftKey: true });
  await vi.waitFor(() => expect(rowOf(list, 1).row.status).toBe('translated'));
  expect(answers.confirm).toHaveBeenCalledWith('r1', 1, 'یک', true);
  expect(rowOf(list, 1).active).toBe(true);
});

test('both keys insert one ZWNJ', async () => {
  const [list] = await listOf([row(1, { text: 'می' })]);
  await list.goTo(1);
  press('Space', { shiftKey: true, key: ZWNJ });
  expect(field(list).value).toBe(`می${ZWNJ}`);
  press('Digit2', { ctrlKey: true, shiftKey: true, key: '@' });
  expect(field(list).value).toBe(`می${ZWNJ}${ZWNJ}`);
});

test('a change by another leaves the words I am typing, and my confirming meets their version', async () => {
  const [list, answers] = await listOf([row(1, { text: 'قدیم' }), row(2)]);
  await list.goTo(1);
  type(list, 'مال من');
  field(list).setSelectionRange(2, 2);
  list.update([row(1, { text: 'مال امید', version: 2, by: { name: 'Omid', colour: 2 } })]);
  await settled(list);
  expect([field(list).value, field(list).selectionStart]).toEqual(['مال من', 2]);
  expect(rowOf(list, 1).querySelector('.said')!.textContent).toContain('Changed by Omid');
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(answers.confirm).toHaveBeenCalledWith('r1', 1, 'مال من', false));
});

test('a change by another shows at once where I have typed nothing', async () => {
  const [list] = await listOf([row(1, { text: 'قدیم' }), row(2)]);
  await list.goTo(1);
  list.update([row(1, { text: 'تازه', version: 2 }), row(2, { text: 'دو', version: 2, status: 'draft' })]);
  await settled(list);
  expect(field(list).value).toBe('تازه');
  expect(rowOf(list, 2).textContent).toContain('دو');
});

async function inConflict(): Promise<[SegmentList, ReturnType<typeof server>]> {
  const [list, answers] = await listOf([row(1, { text: 'قدیم' }), row(2)]);
  answers.confirm.mockResolvedValueOnce({
    kind: 'conflict', row: row(1, { text: 'مال امید', version: 5, by: { name: 'Omid', colour: 2 } }), theirsBy: 'Omid',
    mine: [{ kind: 'same', text: 'مال ' }, { kind: 'found', text: 'من' }], theirs: [{ kind: 'same', text: 'مال ' }, { kind: 'found', text: 'امید' }],
  });
  await list.goTo(1);
  type(list, 'مال من');
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(list.querySelector('.clash')).not.toBeNull());
  await settled(list);
  return [list, answers];
}

test('in a conflict both texts stand with their differences', async () => {
  const [list] = await inConflict();
  expect([...list.querySelectorAll('.clash bd-text')].map((text) => text.textContent)).toEqual(['مال من', 'مال امید']);
  expect([...list.querySelectorAll('.clash mark')].map((mark) => mark.textContent)).toEqual(['من', 'امید']);
  expect(states[states.length - 1]).toBe('conflict');
  expect(localStorage.getItem('bargardan.draft..r1')).toContain('مال من');
});

test('keeping mine confirms my text on their version', async () => {
  const [list, answers] = await inConflict();
  button(list.querySelector('.clash')!, 'Keep mine').click();
  await vi.waitFor(() => expect(answers.confirm).toHaveBeenLastCalledWith('r1', 5, 'مال من', false));
  await vi.waitFor(() => expect(states[states.length - 1]).toBe('saved'));
});

test('keeping theirs sets my text aside, and it can be brought back', async () => {
  const [list] = await inConflict();
  button(list.querySelector('.clash')!, 'Keep the text of Omid').click();
  await settled(list);
  expect(rowOf(list, 1).textContent).toContain('مال امید');
  button(rowOf(list, 1), 'Bring my text back').click();
  await vi.waitFor(() => expect(rowOf(list, 1).text).toBe('مال من'));
});

test('writing one from both opens the field on their version with both texts in sight', async () => {
  const [list, answers] = await inConflict();
  button(list.querySelector('.clash')!, 'Write one from both').click();
  await vi.waitFor(() => expect(rowOf(list, 1).active).toBe(true));
  await settled(list);
  expect(list.querySelector('.clash')).not.toBeNull();
  type(list, 'مال ما');
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(answers.confirm).toHaveBeenLastCalledWith('r1', 5, 'مال ما', false));
  await vi.waitFor(() => expect(list.querySelector('.clash')).toBeNull());
});

test('a conflict with my own text is none: its answer was lost on the way', async () => {
  const [list, answers] = await listOf([row(1)]);
  answers.confirm.mockResolvedValueOnce({ kind: 'conflict', row: row(1, { text: 'یک', version: 2, status: 'translated' }), theirsBy: 'Sara', mine: [], theirs: [] });
  await list.goTo(1);
  type(list, 'یک');
  press('Enter', { ctrlKey: true, shiftKey: true });
  await vi.waitFor(() => expect(rowOf(list, 1).row.status).toBe('translated'));
  expect(list.querySelector('.clash')).toBeNull();
});

test('what the server refuses is said, and the words stay', async () => {
  const [list, answers] = await listOf([row(1)]);
  answers.confirm.mockResolvedValueOnce({ kind: 'refused', why: 'U+0000 at 3', row: row(1) });
  await list.goTo(1);
  type(list, 'یک');
  press('Enter', { ctrlKey: true, shiftKey: true });
  await vi.waitFor(() => expect(list.querySelector('[role=alert]')!.textContent).toContain('U+0000 at 3'));
  expect(field(list).value).toBe('یک');
});

test('without a connection the words are kept here, and sent when it is back', async () => {
  const [list, answers] = await listOf([row(1)]);
  answers.draft.mockRejectedValueOnce(new Error('gone'));
  await list.goTo(1);
  vi.useFakeTimers();
  type(list, 'یک');
  await vi.advanceTimersByTimeAsync(600);
  expect(states[states.length - 1]).toBe('offline');
  expect(localStorage.getItem('bargardan.draft..r1')).toContain('یک');
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(1);
  expect(states[states.length - 1]).toBe('saved');
  expect(localStorage.length).toBe(0);
});

test('the server fills the open field', async () => {
  const [list] = await listOf([row(1, { text: 'الف' })]);
  await list.goTo(1);
  list.insertText(' ب');
  await vi.waitFor(() => expect(field(list).value).toBe('الف ب'));
  list.replaceText('پ');
  await vi.waitFor(() => expect(field(list).value).toBe('پ'));
});

test('after the leader the source is copied into the field', async () => {
  const [list] = await listOf([row(1)]);
  await list.goTo(1);
  press('F2');
  press('KeyO', { key: 'خ' });
  await vi.waitFor(() => expect(field(list).value).toBe('Source 1.'));
});

test('reading again keeps the open row and what is typed in it', async () => {
  const rows = [row(1), row(2), row(3)];
  const [list] = await listOf(rows);
  await list.goTo(2);
  const before = field(list);
  type(list, 'دو');
  rows.splice(0, 1);
  list.reload(2);
  await vi.waitFor(() => expect(list.querySelectorAll('segment-row').length).toBe(2));
  expect([field(list), field(list).value]).toEqual([before, 'دو']);
});

test('rows that come and go leave the others in order and in place', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => row(n + 1));
  const [list] = await listOf(rows);
  const stays = rowOf(list, 60);
  const moved = vi.spyOn(stays.parentElement!, 'append');
  rows.splice(10, 1);
  rows.splice(70, 0, row(500));
  rows.push(row(501));
  list.reload(rows.length);
  await vi.waitFor(() => expect([...list.querySelectorAll<SegmentRow>('segment-row')].map((each) => each.row.no)).toEqual(rows.map((each) => each.no)));
  expect(moved).not.toHaveBeenCalled();
  expect([...list.children].every((group) => group.childElementCount > 0)).toBe(true);
});

test('a row that I may not write has no field and says why', async () => {
  const [list] = await listOf([row(1, { text: 'یک', mayWrite: false, whyNot: 'Assigned to Omid' })]);
  await list.goTo(1);
  await settled(list);
  expect(field(list)).toBeNull();
  expect(rowOf(list, 1).textContent).toContain('Assigned to Omid');
});

const since = [{ kind: 'deleted' as const, text: 'در' }, { kind: 'inserted' as const, text: 'سر' }, { kind: 'same' as const, text: ' ساعت' }];

test('a reviewer sees the redline first, then the result or the text before', async () => {
  const [list] = await listOf([row(1, { text: 'سر ساعت', status: 'translated', since })], { mode: 'review' });
  await list.goTo(1);
  await settled(list);
  expect(rowOf(list, 1).querySelector('.redline ins')!.textContent).toBe('سر');
  button(rowOf(list, 1), 'Before').click();
  await settled(list);
  expect(rowOf(list, 1).querySelector('.target')!.textContent).toBe('در ساعت');
  button(rowOf(list, 1), 'Result').click();
  await settled(list);
  expect(field(list).value).toBe('سر ساعت');
});

test('approving goes to the next row that waits', async () => {
  const [list, answers] = await listOf([row(1, { text: 'سر ساعت', status: 'translated', since }), row(2), row(3, { text: 'سه', status: 'translated' })], { mode: 'review' });
  await list.goTo(1);
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(rowOf(list, 3).active).toBe(true));
  expect(answers.approve).toHaveBeenCalledWith('r1', 1, 'سر ساعت', false);
});

test('who may not approve reads why beside the button', async () => {
  const [list, answers] = await listOf([row(1, { text: 'x', status: 'translated', mayApprove: false, whyNot: 'You wrote this; someone else approves.' })], { mode: 'review' });
  await list.goTo(1);
  await settled(list);
  const approve = button(rowOf(list, 1), 'Approve');
  expect([approve.disabled, rowOf(list, 1).querySelector(`#${approve.getAttribute('aria-describedby')}`)!.textContent]).toEqual([true, 'You wrote this; someone else approves.']);
  press('Enter', { ctrlKey: true });
  expect(answers.approve).not.toHaveBeenCalled();
});

test('a return carries its kind and words, and Escape takes the form away', async () => {
  const [list, answers] = await listOf([row(1, { text: 'یک', status: 'translated' }), row(2)], { mode: 'review' });
  await list.goTo(1);
  press('F2');
  press('KeyR', { key: 'ق' });
  await settled(list);
  press('Escape');
  await settled(list);
  expect(list.querySelector('form')).toBeNull();
  button(rowOf(list, 1), 'Return').click();
  await settled(list);
  list.querySelector<HTMLInputElement>('input[value=style]')!.checked = true;
  list.querySelector<HTMLTextAreaElement>('form textarea')!.value = ' رسمی‌تر ';
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(answers.giveBack).toHaveBeenCalledWith('r1', 1, 'style', 'رسمی‌تر'));
});

test('what a reviewer wrote is saved before the row is returned', async () => {
  const [list, answers] = await listOf([row(1, { text: 'یک', status: 'translated' }), row(2)], { mode: 'review' });
  await list.goTo(1);
  type(list, 'یک و نیم');
  button(rowOf(list, 1), 'Return').click();
  await settled(list);
  press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(answers.giveBack).toHaveBeenCalledWith('r1', 2, 'meaning', ''));
  expect(answers.save).toHaveBeenCalledWith('r1', 1, 'یک و نیم');
});

test('the caret is told in code points', async () => {
  const [list] = await listOf([row(1, { text: '😀 سلام' })]);
  await list.goTo(1);
  field(list).setSelectionRange(3, 7);
  expect(list.caret()).toEqual({ id: 'r1', segment: 's1', at: 2, selected: 'سلام' });
});
