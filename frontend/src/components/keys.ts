import { LitElement, html, nothing, render } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LabelsController, defineLabels, label } from './labels';

/** One key of one action, as the server sends it; an action may have several. `code` is the physical key. */
export interface KeyDefinition {
  id: string;
  code: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
  /** Pressed after the leader instead of at once. */
  leader?: boolean;
  label: string;
  group: string;
}

/** Runs an action; `false` says that the key was not for it, and the next handler is asked. */
export type KeyHandler = (event: KeyboardEvent) => boolean | void;

interface Registered {
  handler: KeyHandler;
  within?: Element;
}

const LEADER_ID = 'leader';
const LEADER_WAITS = 3000;
// Keys that type a character; without Ctrl or Alt they belong to the text field that has the focus.
const TYPING = /^(Key|Digit|Numpad\d|Minus|Equal|Bracket|Semicolon|Quote|Backquote|Backslash|Intl|Comma|Period|Slash)/;
const SAME_KEY: Record<string, string> = { NumpadEnter: 'Enter' };
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Fn']);
const CHANGED = 'bargardan-keys';

const SHOWN: Record<string, string> = {
  Enter: '⏎', Escape: 'Esc', Space: 'Space', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Slash: '/',
  Comma: ',', Period: '.', Minus: '-', Equal: '=', Semicolon: ';', Quote: "'", BracketLeft: '[', BracketRight: ']', Tab: '⇥',
};

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform ?? '');
}

function physical(code: string): string {
  return SAME_KEY[code] ?? code.replace(/^Numpad(\d)$/, 'Digit$1');
}

function typesInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio], [type=button]')))
  );
}

/** The one place that binds keys: the server defines them, parts of the screen say what they do. */
export class Keys {
  private definitions: KeyDefinition[] = [];
  private readonly handlers = new Map<string, Registered[]>();
  private leading?: ReturnType<typeof setTimeout>;
  private palette?: HTMLElement;

  constructor() {
    window.addEventListener('keydown', (event) => this.pressed(event), { capture: true });
  }

  /** Replaces all keys; handlers stay. */
  define(definitions: KeyDefinition[]) {
    this.definitions = definitions.slice();
    window.dispatchEvent(new Event(CHANGED));
  }

  get all(): readonly KeyDefinition[] {
    return this.definitions;
  }

  /** The latest handler of an action is asked first. With `within`, only while the focus is inside. */
  on(id: string, handler: KeyHandler, options: { within?: Element } = {}): () => void {
    const registered: Registered = { handler, within: options.within };
    this.handlers.set(id, [registered, ...(this.handlers.get(id) ?? [])]);
    return () => {
      const rest = (this.handlers.get(id) ?? []).filter((each) => each !== registered);
      this.handlers.set(id, rest);
    };
  }

  /** How a key is written on a button; empty for an action without a key. */
  label(of: KeyDefinition | string | undefined): string {
    const key = typeof of === 'string' ? this.definitions.find((each) => each.id === of) : of;
    if (!key) return '';
    const name = SHOWN[key.code] ?? key.code.replace(/^(Key|Digit|Numpad)/, '');
    const mac = isMac();
    const parts = [
      key.leader ? this.leaderCode : '',
      key.ctrl ? (mac ? '⌘' : 'Ctrl') : '',
      key.alt ? (mac ? '⌥' : 'Alt') : '',
      key.shift ? '⇧' : '',
      name,
    ];
    return parts.filter(Boolean).join(' ');
  }

  private get leaderCode(): string {
    return this.definitions.find((each) => each.id === LEADER_ID)?.code ?? 'F2';
  }

  private pressed(event: KeyboardEvent) {
    if (event.isComposing || event.getModifierState?.('AltGraph')) return;
    if (this.leading !== undefined) {
      if (!MODIFIERS.has(event.key)) this.pressedAfterLeader(event);
      return;
    }
    if (event.code === this.leaderCode && this.definitions.some((key) => key.leader) && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey) {
      take(event);
      this.lead(event);
      return;
    }
    const held = isMac() ? event.metaKey : event.ctrlKey;
    const other = isMac() ? event.ctrlKey : event.metaKey;
    const code = physical(event.code);
    for (const key of this.definitions) {
      if (key.leader || key.code !== code || other) continue;
      if (Boolean(key.ctrl) !== held || Boolean(key.shift) !== event.shiftKey || Boolean(key.alt) !== event.altKey) continue;
      if (!key.ctrl && !key.alt && TYPING.test(key.code) && typesInto(event.composedPath?.()[0] ?? event.target)) continue;
      if (this.run(key.id, event)) return;
    }
  }

  private pressedAfterLeader(event: KeyboardEvent) {
    this.stopLeading();
    take(event);
    const code = physical(event.code);
    const key = this.definitions.find((each) => each.leader && each.code === code && Boolean(each.shift) === event.shiftKey);
    if (key) this.run(key.id, event);
  }

  private run(id: string, event: KeyboardEvent): boolean {
    for (const { handler } of this.inScope(id, event)) {
      if (handler(event) !== false) {
        take(event);
        return true;
      }
    }
    return false;
  }

  private inScope(id: string, event: Event): Registered[] {
    const path = event.composedPath?.() ?? [];
    const focused = event.target instanceof Node ? event.target : null;
    return (this.handlers.get(id) ?? []).filter(
      ({ within }) => !within || path.includes(within) || (focused && within.contains(focused)),
    );
  }

  private lead(event: KeyboardEvent) {
    this.leading = setTimeout(() => this.stopLeading(), LEADER_WAITS);
    const here = this.definitions.filter((key) => key.leader && this.inScope(key.id, event).length);
    this.showPalette(here.length ? here : this.definitions.filter((key) => key.leader));
  }

  private showPalette(keys: KeyDefinition[]) {
    this.palette = document.createElement('div');
    this.palette.className = 'keys-palette';
    this.palette.setAttribute('role', 'status');
    this.palette.setAttribute('aria-label', label('keys.palette', this.leaderCode));
    render(
      html`<dl>${keys.map((key) => html`<div><dt>${cap(this.label({ ...key, leader: false }))}</dt><dd>${key.label}</dd></div>`)}</dl>`,
      this.palette,
    );
    document.body.append(this.palette);
    if ('showPopover' in this.palette) {
      this.palette.setAttribute('popover', 'manual');
      this.palette.showPopover();
    }
  }

  private stopLeading() {
    clearTimeout(this.leading);
    this.leading = undefined;
    this.palette?.remove();
    this.palette = undefined;
  }
}

function take(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}

function cap(text: string) {
  return html`<kbd class="cap" dir="ltr">${text}</kbd>`;
}

export const keys = new Keys();

declare global {
  interface Window {
    Bargardan?: { keys?: Keys; labels?: { define(labels: Record<string, string>): void } };
  }
}

window.Bargardan = { ...window.Bargardan, keys, labels: { define: defineLabels } };

/** The key of an action, written small inside its button. */
export function keyHint(id: string) {
  const text = keys.label(id);
  return text ? html`<span class="key wide" dir="ltr" aria-hidden="true">${text}</span>` : nothing;
}

/** Draws its element again when other keys are defined. */
export function onKeysDefined(redraw: () => void): () => void {
  window.addEventListener(CHANGED, redraw);
  return () => window.removeEventListener(CHANGED, redraw);
}

function grouped(of: readonly KeyDefinition[], by: (key: KeyDefinition) => string): Map<string, KeyDefinition[]> {
  const groups = new Map<string, KeyDefinition[]>();
  for (const key of of) groups.set(by(key), [...(groups.get(by(key)) ?? []), key]);
  return groups;
}

/** All keys there are, in their groups. */
@customElement('bd-keys-help')
export class KeysHelp extends LitElement {
  private forget?: () => void;

  constructor() {
    super();
    new LabelsController(this);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.classList.add('keys-help');
    this.forget = onKeysDefined(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget?.();
  }

  render() {
    return [...grouped(keys.all, (key) => key.group)].map(([group, members]) => {
      const actions = grouped(members, (key) => key.id);
      return html`<section><h3>${group}</h3><dl>${[...actions.values()].map(
        (of) => html`<div><dt>${of.map((key) => cap(keys.label(key)))}</dt><dd>${of[0].label}</dd></div>`,
      )}</dl></section>`;
    });
  }
}
