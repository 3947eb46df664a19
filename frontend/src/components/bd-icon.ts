import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon, type IconName } from './icons';

/** One of our icons beside a word that the server writes. */
@customElement('bd-icon')
export class BdIcon extends LitElement {
  @property() name: IconName = 'mark';
  /** Mirrored where the page runs from right to left. */
  @property({ type: Boolean }) turn = false;

  createRenderRoot() {
    return this;
  }

  render() {
    return icon(this.name, this.turn ? 'turn' : '');
  }
}
