import { keys, type KeyDefinition } from './keys';
import { defineLabels } from './labels';

/** The server's hand on the keys of the page: defines them, and hears those that the server answers to. */
export class PageKeys extends HTMLElement {
  private unbind: (() => void)[] = [];
  private ids: string[] = [];

  /** The words of all components in the language of the screen. */
  set labels(labels: Record<string, string>) {
    defineLabels(labels ?? {});
  }

  set definitions(definitions: KeyDefinition[]) {
    keys.define(definitions ?? []);
  }

  /** The ids of the actions that the server answers to, one a line; each comes as an event `pressed-ID`. */
  set answers(ids: string) {
    this.ids = (ids ?? '').split('\n').filter(Boolean);
    if (this.isConnected) this.bind();
  }

  connectedCallback() {
    this.hidden = true;
    this.bind();
  }

  disconnectedCallback() {
    this.release();
  }

  private bind() {
    this.release();
    this.unbind = this.ids.map((id) => keys.on(id, () => void this.dispatchEvent(new CustomEvent(`pressed-${id}`))));
  }

  private release() {
    this.unbind.forEach((each) => each());
    this.unbind = [];
  }
}

customElements.define('page-keys', PageKeys);
