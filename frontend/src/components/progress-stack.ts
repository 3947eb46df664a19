import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LabelsController, label } from './labels';

const ORDER = ['approved', 'reviewed', 'translated', 'draft', 'returned', 'untranslated'] as const;

export type Counts = Partial<Record<(typeof ORDER)[number], number>>;

/** How far a document or project is, as one bar from the most to the least final. */
@customElement('progress-stack')
export class ProgressStack extends LitElement {
  @property({ type: Object }) counts: Counts = {};

  constructor() {
    super();
    new LabelsController(this);
  }

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.classList.add('stack-of');
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', this.parts().map((status) => label('progress.part', this.counts[status]!, label(`status.${status}`).toLowerCase())).join(', '));
  }

  render() {
    return html`<span class="stack">${this.parts().map((status) => html`<i class=${`s-${status}`}></i>`)}</span>`;
  }

  // The shares are data, not style, so they are set on the element and not written into the template.
  updated() {
    const bars = this.querySelectorAll<HTMLElement>('.stack > i');
    this.parts().forEach((status, n) => bars[n].style.setProperty('--n', String(this.counts[status])));
  }

  private parts() {
    return ORDER.filter((status) => (this.counts[status] ?? 0) > 0);
  }
}
