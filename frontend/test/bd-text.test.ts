import { render } from 'lit';
import { expect, test } from 'vitest';
import { BdText, directionOf, renderText, wholeWords, type TextParts } from '../src/components/bd-text';

function drawn(parts: TextParts): HTMLElement {
  const holder = document.createElement('div');
  render(renderText(parts), holder);
  return holder;
}

function runs(parts: TextParts): string[] {
  return [...drawn(parts).querySelectorAll('bdi')].map((run) => `${run.dir} ${run.textContent}`);
}

const ZWNJ = '\u200c';

test('the direction is the language’s, whatever letters the text begins with', async () => {
  const text = new BdText();
  text.lang = 'fa';
  text.text = 'UNESCO را';
  document.body.append(text);
  await text.updateComplete;
  expect([text.dir, text.lang, text.classList.contains('t')]).toEqual(['rtl', 'fa', true]);
});

test.each([
  ['fa', 'rtl'],
  ['fa-IR', 'rtl'],
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ku-Latn', 'ltr'],
  ['tr', 'ltr'],
  ['', 'ltr'],
])('a text in %s runs %s', (lang, direction) => expect(directionOf(lang)).toBe(direction));

test('Latin words in a Persian text are one isolated run with what stands between them', () => {
  expect(runs({ lang: 'fa', text: 'صورت‌جلسهٔ The Wick, no. 7 را چاپ کرد.' })).toEqual(['ltr The Wick, no. 7']);
  expect(runs({ lang: 'fa', text: 'گزارش COVID-19 بود' })).toEqual(['ltr COVID-19']);
});

test('Persian words in an English text are isolated', () => {
  expect(runs({ lang: 'en', text: 'the elected انجمن شهر of 1907' })).toEqual(['rtl انجمن شهر']);
});

test('brackets that belong to a run are not torn apart', () => {
  expect(runs({ lang: 'fa', text: 'هیئت UNESCO (Paris, 1951) را' })).toEqual(['ltr UNESCO (Paris, 1951)']);
  expect(runs({ lang: 'fa', text: 'هیئت (UNESCO) را' })).toEqual(['ltr UNESCO']);
});

test('the punctuation of the text around ends a run', () => {
  expect(runs({ lang: 'fa', text: 'Wick، Lamp' })).toEqual(['ltr Wick', 'ltr Lamp']);
  expect(runs({ lang: 'en', text: 'either انجمن, or شورا' })).toEqual(['rtl انجمن', 'rtl شورا']);
});

test.each<TextParts>([
  { lang: 'fa', text: `می${ZWNJ}خواهند\u00a0و\tThe Wick\nرا 😀 \u2067x\u2069` },
  { lang: 'en', text: 'a\u00a0b \u200fسلام\u200f, x' },
])('with all marks shown the text content is the text', (parts) => {
  expect(drawn({ ...parts, invisibles: true }).textContent).toBe(parts.text);
  expect(drawn({ ...parts, codes: [{ at: 2, id: '1', kind: 'open', label: 'b' }] }).textContent).toBe(parts.text);
});

test('the element of a ZWNJ holds the ZWNJ and no letter', () => {
  const marks = drawn({ lang: 'fa', text: `می${ZWNJ}خواهند`, invisibles: true }).querySelectorAll('.zw');
  expect([...marks].map((mark) => mark.textContent)).toEqual([ZWNJ]);
});

test('a marked range inside a Persian word takes in the whole word', () => {
  const text = 'دستهٔ چاه‌کن‌ها بود';
  const marks = drawn({ lang: 'fa', text, ranges: [{ from: 7, to: 9, kind: 'found' }] });
  expect(marks.querySelector('mark')!.textContent).toBe('چاه‌کن‌ها');
  expect(marks.textContent).toBe(text);
});

test('ranges and codes count code points', () => {
  const marks = drawn({ lang: 'en', text: '😀😀 lamp', ranges: [{ from: 3, to: 7, kind: 'term', title: 'چراغ' }], codes: [{ at: 2, id: '1', kind: 'alone', label: 'x' }] });
  expect(marks.querySelector('.term')!.textContent).toBe('lamp');
  expect(marks.querySelector('.term')!.getAttribute('title')).toBe('چراغ');
  expect((marks.querySelector('.code')!.previousSibling as Text | null)?.textContent ?? '').not.toContain('lamp');
});

test('a code is a named drawing, not text', () => {
  const code = drawn({ lang: 'en', text: 'a b', codes: [{ at: 0, id: '1', kind: 'open', label: 'b' }] }).querySelector('.code')!;
  expect([code.getAttribute('role'), code.getAttribute('aria-label'), code.textContent]).toEqual(['img', 'opening code b', '']);
});

test('codes stand where they belong around a foreign run', () => {
  const holder = drawn({
    lang: 'fa',
    text: 'در The Wick بود',
    codes: [
      { at: 3, id: '1', kind: 'open', label: 'i' },
      { at: 7, id: '2', kind: 'alone', label: 'n' },
      { at: 11, id: '1', kind: 'close', label: 'i' },
    ],
  });
  expect(holder.querySelector('bdi')!.querySelectorAll('.code').length).toBe(1);
  expect(holder.textContent).toBe('در The Wick بود');
});

test('a redline isolates whole words', () => {
  const holder = drawn({ lang: 'fa', pieces: [{ kind: 'deleted', text: 'در' }, { kind: 'inserted', text: 'سر' }, { kind: 'same', text: ' یک ساعت' }] });
  expect(holder.querySelector('del')!.textContent).toBe('در');
  expect(holder.querySelector('ins')!.textContent).toBe('سر');
});

test('a change inside a Persian word takes in the word', () => {
  const steps = wholeWords([{ kind: 'same', text: 'آن کتاب' }, { kind: 'inserted', text: 'ها' }, { kind: 'same', text: ' بود' }]);
  expect(steps).toEqual([{ kind: 'same', text: 'آن ' }, { was: 'کتاب', is: 'کتابها' }, { kind: 'same', text: ' بود' }]);
});

test('two changes in one word become one change', () => {
  const steps = wholeWords([{ kind: 'inserted', text: 'ن' }, { kind: 'same', text: 'می' }, { kind: 'deleted', text: ' ' }, { kind: 'inserted', text: ZWNJ }, { kind: 'same', text: 'رود.' }]);
  expect(steps).toEqual([{ was: 'می رود', is: `نمی${ZWNJ}رود` }, { kind: 'same', text: '.' }]);
});

test('when only the spelling changed, the new word stands once with the glyphs beside it', () => {
  const holder = drawn({ lang: 'fa', pieces: [{ kind: 'deleted', text: 'مي خواهند' }, { kind: 'inserted', text: `می${ZWNJ}خواهند` }] });
  expect(holder.textContent).toBe(`می${ZWNJ}خواهند`);
  expect(holder.querySelector('del')).toBeNull();
  expect([...holder.querySelectorAll('.glyphs')].map((chip) => chip.getAttribute('aria-label'))).toEqual(['ي U+064A became ی U+06CC', 'space became ZWNJ']);
});

test('differences between two texts are marked over whole words', () => {
  const holder = drawn({ lang: 'fa', pieces: [{ kind: 'same', text: 'انجمنی ' }, { kind: 'found', text: 'تبدیل' }, { kind: 'same', text: ' شد' }] });
  expect(holder.querySelector('mark')!.textContent).toBe('تبدیل');
});

test('an overlay has no isolation, so that letter lies upon letter', () => {
  expect(drawn({ lang: 'fa', text: 'آن Wick بود', overlay: true }).querySelector('bdi')).toBeNull();
});
