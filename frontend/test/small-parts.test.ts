import { afterEach, expect, test } from 'vitest';
import { defineLabels, LABELS, number } from '../src/components/labels';
import { ProgressStack } from '../src/components/progress-stack';
import { SaveStateElement } from '../src/components/save-state';

afterEach(() => {
  document.documentElement.lang = '';
  defineLabels({ ...LABELS });
  document.body.replaceChildren();
});

test('the state of my words is drawn with icon and word, and said aloud', async () => {
  const state = new SaveStateElement();
  document.body.append(state);
  await state.updateComplete;
  expect([state.getAttribute('role'), state.textContent!.trim(), state.querySelector('svg') !== null]).toEqual(['status', 'Saved', true]);
  document.dispatchEvent(new CustomEvent('save-state', { detail: { state: 'conflict', no: 47 } }));
  await state.updateComplete;
  expect([state.textContent!.trim(), state.className]).toEqual(['Conflict in 47', 'saved conflict']);
});

test('the bar names its parts from the most to the least final and leaves out what is not there', async () => {
  const bar = new ProgressStack();
  bar.counts = { untranslated: 7, approved: 2, draft: 0 };
  document.body.append(bar);
  await bar.updateComplete;
  expect(bar.getAttribute('aria-label')).toBe('2 approved, 7 untranslated');
  expect([...bar.querySelectorAll('i')].map((part) => part.className)).toEqual(['s-approved', 's-untranslated']);
});

test('new wording is drawn at once, numbers in the digits of the interface', async () => {
  const bar = new ProgressStack();
  bar.counts = { approved: 12 };
  document.body.append(bar);
  document.documentElement.lang = 'fa';
  defineLabels({ 'status.approved': 'تأییدشده' });
  await bar.updateComplete;
  expect(bar.getAttribute('aria-label')).toBe('۱۲ تأییدشده');
  expect(number(1204)).toBe('۱٬۲۰۴');
});
