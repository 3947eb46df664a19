import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys, KeysHelp, type KeyDefinition } from '../src/components/keys';

const DEFINITIONS: KeyDefinition[] = [
  { id: 'confirm', code: 'Enter', ctrl: true, label: 'Confirm', group: 'Segment' },
  { id: 'zwnj', code: 'Space', shift: true, label: 'ZWNJ', group: 'Text' },
  { id: 'zwnj', code: 'Digit2', ctrl: true, shift: true, label: 'ZWNJ', group: 'Text' },
  { id: 'approve', code: 'KeyA', leader: true, label: 'Approve', group: 'Review' },
  { id: 'help', code: 'Slash', shift: true, label: 'Help', group: 'Help' },
];

let forget: (() => void)[] = [];
const platform = vi.spyOn(navigator, 'platform', 'get');

function heard(id: string, within?: Element) {
  const handler = vi.fn();
  forget.push(keys.on(id, handler, { within }));
  return handler;
}

function press(code: string, more: KeyboardEventInit = {}, target: EventTarget = document.body, altGraph = false): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, composed: true, ...more });
  Object.defineProperty(event, 'getModifierState', { value: (name: string) => altGraph && name === 'AltGraph' });
  target.dispatchEvent(event);
  return event;
}

function field(): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  document.body.append(area);
  return area;
}

beforeEach(() => {
  platform.mockReturnValue('Linux x86_64');
  keys.define(DEFINITIONS);
});

afterEach(() => {
  press('Escape');
  forget.forEach((each) => each());
  forget = [];
  document.body.replaceChildren();
  vi.useRealTimers();
});

test('a letter after the leader acts under a Persian layout', () => {
  const approve = heard('approve');
  press('F2');
  press('KeyA', { key: 'ش' });
  expect(approve).toHaveBeenCalledOnce();
});

test('the right Alt key types and does not act', () => {
  const confirm = heard('confirm');
  const event = press('Enter', { ctrlKey: true }, document.body, true);
  expect(confirm).not.toHaveBeenCalled();
  expect(event.defaultPrevented).toBe(false);
});

test('a key pressed while composing does not act', () => {
  const confirm = heard('confirm');
  press('Enter', { ctrlKey: true, isComposing: true });
  expect(confirm).not.toHaveBeenCalled();
});

test('both Enter keys confirm, and the browser does nothing more', () => {
  const confirm = heard('confirm');
  expect(press('Enter', { ctrlKey: true }).defaultPrevented).toBe(true);
  press('NumpadEnter', { ctrlKey: true });
  expect(confirm).toHaveBeenCalledTimes(2);
});

test('all modifiers must match', () => {
  const confirm = heard('confirm');
  press('Enter');
  press('Enter', { ctrlKey: true, shiftKey: true });
  press('Enter', { ctrlKey: true, altKey: true });
  expect(confirm).not.toHaveBeenCalled();
});

test('on macOS the command key stands for Ctrl', () => {
  platform.mockReturnValue('MacIntel');
  const confirm = heard('confirm');
  press('Enter', { ctrlKey: true });
  expect(confirm).not.toHaveBeenCalled();
  press('Enter', { metaKey: true });
  expect(confirm).toHaveBeenCalledOnce();
  expect(keys.label('confirm')).toBe('⌘ ⏎');
});

test('an action may have two keys', () => {
  const zwnj = heard('zwnj');
  press('Space', { shiftKey: true }, field());
  press('Digit2', { ctrlKey: true, shiftKey: true }, field());
  expect(zwnj).toHaveBeenCalledTimes(2);
});

test('a question mark opens help outside text fields only', () => {
  const help = heard('help');
  press('Slash', { key: '?', shiftKey: true }, field());
  expect(help).not.toHaveBeenCalled();
  press('Slash', { key: '؟', shiftKey: true });
  expect(help).toHaveBeenCalledOnce();
});

test('a handler with a place hears its keys only there', () => {
  const inside = field();
  const confirm = heard('confirm', inside);
  press('Enter', { ctrlKey: true });
  expect(confirm).not.toHaveBeenCalled();
  press('Enter', { ctrlKey: true }, inside);
  expect(confirm).toHaveBeenCalledOnce();
});

test('the latest handler is asked first, and may pass the key on', () => {
  const first = heard('confirm');
  const latest = vi.fn(() => false);
  forget.push(keys.on('confirm', latest));
  press('Enter', { ctrlKey: true });
  expect([latest.mock.calls.length, first.mock.calls.length]).toEqual([1, 1]);
});

test('who has unsubscribed hears nothing, and the key is the browser’s again', () => {
  const confirm = vi.fn();
  keys.on('confirm', confirm)();
  expect(press('Enter', { ctrlKey: true }).defaultPrevented).toBe(false);
  expect(confirm).not.toHaveBeenCalled();
});

test('the palette shows the letters after the leader and goes with the next key', () => {
  heard('approve');
  press('F2');
  expect(document.querySelector('.keys-palette')!.textContent).toBe('AApprove');
  press('KeyX');
  expect(document.querySelector('.keys-palette')).toBeNull();
});

test('a modifier alone does not end the leader', () => {
  const approve = heard('approve');
  press('F2');
  press('ShiftLeft', { key: 'Shift' });
  press('KeyA', { key: 'a' });
  expect(approve).toHaveBeenCalledOnce();
});

test('Escape cancels the leader', () => {
  const approve = heard('approve');
  press('F2');
  press('Escape');
  press('KeyA');
  expect(approve).not.toHaveBeenCalled();
});

test('the leader waits three seconds', () => {
  vi.useFakeTimers();
  const approve = heard('approve');
  press('F2');
  vi.advanceTimersByTime(3001);
  press('KeyA', { key: 'a' });
  expect(approve).not.toHaveBeenCalled();
  expect(document.querySelector('.keys-palette')).toBeNull();
});

test('labels say how to press a key', () => {
  expect([keys.label('confirm'), keys.label('zwnj'), keys.label('approve'), keys.label('unknown')]).toEqual(['Ctrl ⏎', '⇧ Space', 'F2 A', '']);
});

test('the help page lists every action once, in its group', async () => {
  const help = new KeysHelp();
  document.body.append(help);
  await help.updateComplete;
  expect([...help.querySelectorAll('h3')].map((head) => head.textContent)).toEqual(['Segment', 'Text', 'Review', 'Help']);
  expect(help.querySelectorAll('section')[1].querySelectorAll('kbd').length).toBe(2);
  expect([...help.querySelectorAll('kbd')].every((key) => key.dir === 'ltr')).toBe(true);
});
