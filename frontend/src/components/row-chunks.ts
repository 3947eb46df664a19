import { html, render, type TemplateResult } from 'lit';

/** How many rows are asked for and drawn together. */
const CHUNK = 20;
const ESTIMATE_PX = 90;
const MARGIN = '1200px 0px';

export interface RowSource<R> {
  load(from: number, count: number): Promise<R[]>;
  /** Those rows are on the screen. */
  look(from: number, count: number): void;
  draw(row: R): TemplateResult;
}

interface Chunk<R> {
  element: HTMLElement;
  rows?: R[];
  asked: boolean;
  near: boolean;
}

/**
 * A long list of rows of any height in a scrolling element. Rows are asked for when they come near; the browser passes
 * over those out of sight. What is on the screen stays where it is when everything is drawn anew.
 */
export class RowChunks<R> {
  private chunks: Chunk<R>[] = [];
  private total = 0;
  private edition = 0;
  private observer?: IntersectionObserver;
  private telling?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: HTMLElement,
    private readonly source: RowSource<R>,
  ) {}

  connect() {
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { root: this.host, rootMargin: MARGIN });
    this.chunks.forEach((chunk) => this.observer!.observe(chunk.element));
    this.host.addEventListener('scroll', this.scrolled, { passive: true });
  }

  disconnect() {
    this.observer?.disconnect();
    this.host.removeEventListener('scroll', this.scrolled);
    clearTimeout(this.telling);
  }

  /** All rows are new; some of them come along. */
  show(total: number, from: number, rows: R[]) {
    this.edition++;
    this.total = total;
    const count = Math.ceil(total / CHUNK);
    while (this.chunks.length > count) {
      const last = this.chunks.pop()!;
      this.observer?.unobserve(last.element);
      last.element.remove();
    }
    while (this.chunks.length < count) this.chunks.push(this.newChunk());
    const known = new Map(rows.map((row, n) => [from + n, row]));
    this.chunks.forEach((chunk, n) => {
      const size = Math.min(CHUNK, total - n * CHUNK);
      const all = Array.from({ length: size }, (_, i) => known.get(n * CHUNK + i));
      chunk.asked = false;
      if (all.every((row) => row !== undefined)) {
        chunk.rows = all as R[];
        chunk.asked = true;
        this.draw(chunk);
      } else if (chunk.near) {
        this.ask(n);
      }
    });
    this.tell();
  }

  redraw() {
    this.chunks.forEach((chunk) => this.draw(chunk));
  }

  /** Where rows on the screen begin, and how many. */
  visible(): [number, number] {
    const box = this.host.getBoundingClientRect();
    const seen = this.chunks
      .map((chunk, n) => ({ n, rect: chunk.element.getBoundingClientRect() }))
      .filter(({ rect }) => rect.bottom > box.top && rect.top < box.bottom)
      .map(({ n }) => n);
    return seen.length ? [seen[0] * CHUNK, (seen[seen.length - 1] - seen[0] + 1) * CHUNK] : [0, CHUNK];
  }

  goTo(row: number) {
    const n = Math.floor(row / CHUNK);
    const chunk = this.chunks[n];
    if (!chunk) return;
    chunk.element.scrollIntoView({ block: 'start' });
    const arrive = () => chunk.element.children[row - n * CHUNK]?.scrollIntoView({ block: 'center' });
    if (chunk.rows && chunk.asked) arrive();
    else void this.ask(n).then(() => requestAnimationFrame(arrive));
  }

  private newChunk(): Chunk<R> {
    const element = document.createElement('section');
    element.className = 'chunk';
    element.setAttribute('role', 'presentation');
    element.style.minBlockSize = `${CHUNK * ESTIMATE_PX}px`;
    this.host.append(element);
    this.observer?.observe(element);
    return { element, asked: false, near: false };
  }

  private seen(entries: IntersectionObserverEntry[]) {
    for (const entry of entries) {
      const n = this.chunks.findIndex((chunk) => chunk.element === entry.target);
      if (n < 0) continue;
      this.chunks[n].near = entry.isIntersecting;
      if (entry.isIntersecting && !this.chunks[n].asked) void this.ask(n);
    }
  }

  private async ask(n: number): Promise<void> {
    const chunk = this.chunks[n];
    const edition = this.edition;
    chunk.asked = true;
    const rows = await this.source.load(n * CHUNK, Math.min(CHUNK, this.total - n * CHUNK));
    if (edition !== this.edition || this.chunks[n] !== chunk) return;
    chunk.rows = rows;
    this.draw(chunk);
  }

  private draw(chunk: Chunk<R>) {
    if (!chunk.rows) return;
    chunk.element.style.minBlockSize = '';
    render(html`${chunk.rows.map((row) => this.source.draw(row))}`, chunk.element);
  }

  private readonly scrolled = () => this.tell();

  private tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      if (this.total) this.source.look(...this.visible());
    }, 150);
  }
}
