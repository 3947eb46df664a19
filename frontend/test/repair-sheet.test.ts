import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CutSheet, type CutRow } from '../src/components/cut-sheet';
import { RepairSheet, type Piece, type RepairSheetServer, type SheetRow } from '../src/components/repair-sheet';

let near: (element: Element) => void;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        near = (target) => told([{ target, isIntersecting: true }]);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const same = (text: string): Piece => ({ before: text, after: text, repairs: [], refused: [], rules: [] });
const repaired = (before: string, after: string, n: number, ...rules: string[]): Piece => ({ before, after, repairs: [n], refused: [], rules });

function row(no: number, pieces: Piece[], more: Partial<SheetRow> = {}): SheetRow {
  return { no, at: 10, end: 40, kind: 'body', page: 0, pieces, questions: [], ...more };
}

function sheet(rows: SheetRow[], total = rows.length) {
  const server = {
    load: vi.fn((from: number, count: number) => Promise.resolve(rows.slice(from, from + count))),
    look: vi.fn(),
    refuse: vi.fn(),
    restore: vi.fn(),
    write: vi.fn(),
    leave: vi.fn(),
    showPage: vi.fn(),
  } satisfies RepairSheetServer;
  const element = new RepairSheet();
  element.$server = server;
  element.rules = { 'arabic-letters': { title: 'Arabic ye and kaf', help: 'Puts Persian letters.' } };
  document.body.append(element);
  element.show(total, 0, rows);
  return { element, server };
}

const click = (element: Element | null) => (element as HTMLElement).click();

test('each side holds its own text and marks what differs, in the direction of the language', () => {
  const { element } = sheet([row(0, [same('پل '), repaired('كهنه', 'کهنه', 4, 'arabic-letters'), same('\n\n')])]);
  const [before, after] = element.querySelectorAll('p.t');
  expect([before.textContent!.trim(), after.textContent!.trim()]).toEqual(['پل كهنه', 'پل کهنه']);
  expect([(before as HTMLElement).dir, element.querySelector('.b')!.textContent!.trim(), element.querySelector('.a')!.textContent!.trim()]).toEqual(['rtl', 'كهنه', 'کهنه']);
});

test('what was only taken away is struck through, and blanks are seen where they stood', () => {
  const { element } = sheet([row(0, [same('یک'), repaired('  ', ' ', 0, 'double-spaces'), same('دو'), repaired('23', '', 1, 'page-furniture')])]);
  expect(element.querySelector('.gone')!.textContent!.trim()).toBe('23');
  expect(element.querySelector('.b.blank')!.textContent!.trim()).toBe('\u2423\u2423');
});

test('a click on a mark says what was done and takes it back', () => {
  const { element, server } = sheet([row(0, [repaired('كهنه', 'کهنه', 4, 'arabic-letters')])]);
  click(element.querySelector('.a'));
  const note = element.querySelector('.repair-note')!;
  expect(note.textContent).toContain('Puts Persian letters.');
  click(note.querySelector('button'));
  expect(server.refuse).toHaveBeenCalledWith([4]);
  expect(element.querySelector('.repair-note')).toBeNull();
});

test('a refused repair can be had after all', () => {
  const piece: Piece = { before: 'كهنه', after: 'كهنه', repairs: [], refused: [2], rules: ['arabic-letters'] };
  const { element, server } = sheet([row(0, [piece])]);
  click(element.querySelector('.kept'));
  click(element.querySelector('.repair-note button'));
  expect(server.restore).toHaveBeenCalledWith([2]);
});

test('the rule in focus stands out, others stay quiet', () => {
  const { element } = sheet([row(0, [repaired('ي', 'ی', 0, 'arabic-letters'), same(' '), repaired('1', '۱', 1, 'persian-digits')])]);
  element.focusRule = 'persian-digits';
  expect([...element.querySelectorAll('.a')].map((mark) => mark.classList.contains('f'))).toEqual([false, true]);
});

test('a question is left, answered with the offer, or written over', () => {
  const question = { at: 12, end: 20, reason: 'uncertain_order', text: 'دو یک', offer: 'یک دو' };
  const { element, server } = sheet([row(0, [same('دو یک')], { questions: [question] })]);
  const [leave, take, write] = element.querySelectorAll('.ask button');
  click(leave);
  expect(server.leave).toHaveBeenCalledWith(12);
  click(take);
  expect(server.write).toHaveBeenCalledWith(12, 20, 'یک دو');
  click(write);
  const field = element.querySelector('textarea')!;
  expect(field.value).toBe('یک دو');
  field.value = 'یک و دو';
  click(element.querySelector('.write-over .primary'));
  expect(server.write).toHaveBeenLastCalledWith(12, 20, 'یک و دو');
});

test('a paragraph is written over without the white space around it', () => {
  const { element, server } = sheet([row(0, [same('\n یک '), repaired('ك', 'ک', 0, 'arabic-letters'), same('\n\n')])]);
  click(element.querySelector('.pen'));
  click(element.querySelector('.write-over .primary'));
  expect(server.write).toHaveBeenCalledWith(12, 16, 'یک ک');
});

test('rows far away are asked for when they come near, and again when all is new', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => row(n, [same(`بند ${n}`)]));
  const { element, server } = sheet(rows.slice(0, 20), 50);
  server.load.mockImplementation((from, count) => Promise.resolve(rows.slice(from, from + count)));
  expect(server.load).not.toHaveBeenCalled();
  near(element.querySelectorAll('.chunk')[2]);
  expect(server.load).toHaveBeenCalledWith(40, 10);
  await vi.waitFor(() => expect(element.textContent).toContain('بند 49'));
  element.show(50, 0, rows.slice(0, 20));
  expect(server.load).toHaveBeenCalledTimes(2);
});

test('paragraphs show their segments, and are called, joined and split', () => {
  const element = new CutSheet();
  const server = { load: vi.fn(), look: vi.fn(), mark: vi.fn(), join: vi.fn(), split: vi.fn() };
  element.$server = server;
  document.body.append(element);
  const rows: CutRow[] = [
    { no: 0, first: 7, kind: 'body', level: 0, translatable: true, page: 3, segments: [{ text: 'یک.', codes: [] }, { text: 'دو.', codes: [] }] },
  ];
  element.show(1, 0, rows);
  expect([...element.querySelectorAll('.no')].map((no) => no.textContent)).toEqual(['7', '8']);
  click(element.querySelector('.cut-here'));
  expect(server.split).toHaveBeenCalledWith(0, 1);
  const kind = element.querySelector('select')!;
  kind.value = 'heading 2';
  kind.dispatchEvent(new Event('change'));
  expect(server.mark).toHaveBeenCalledWith(0, 'heading', 2, true);
  click(element.querySelector('.cut-tools button'));
  expect(server.join).toHaveBeenCalledWith(0);
});
