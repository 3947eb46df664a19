import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon, type IconName } from './icons';
import { LabelsController, label } from './labels';
import type { SaveState } from './rows';

const ICON: Record<SaveState, IconName> = { saving: 'more', saved: 'cloud', offline: 'offline', conflict: 'conflict' };

/** Says in the top bar how my words stand; hears every `save-state` event of the page. */
@customElement('save-state')
export class SaveStateElement extends LitElement {
  @property() state: SaveState = 'saved';
  /** The number of the segment in conflict. */
  @property({ type: Number }) no?: number;

  constructor() {
    super();
    new LabelsController(this);
  }

  private readonly hear = (event: Event) => {
    const { state, no } = (event as CustomEvent<{ state: SaveState; no?: number }>).detail;
    this.state = state;
    this.no = no;
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'status');
    document.addEventListener('save-state', this.hear);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('save-state', this.hear);
  }

  willUpdate() {
    this.className = this.state === 'saved' ? 'saved' : `saved ${this.state}`;
  }

  render() {
    const word = this.state === 'conflict' && this.no ? label('save.conflictIn', this.no) : label(`save.${this.state}`);
    return html`${icon(ICON[this.state])}<span>${word}</span>`;
  }
}
