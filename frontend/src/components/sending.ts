import type { SaveState } from './rows';

const PAUSE = 600;
const PATIENCE = 15_000;
const AGAIN = 4_000;
const KEY = 'bargardan.draft.';

interface Kept {
  version: number;
  text: string;
}

/**
 * Brings words to the server and says how they stand. Words typed are kept in the browser until the server has
 * acknowledged them; a call that fails is made again until it succeeds, in order for each row.
 */
export class Sending {
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly conflicts = new Set<string>();
  private calls = 0;
  private failing = 0;
  private shown: SaveState = 'saved';
  /** Whose words these are: on a shared machine nobody is shown another's. */
  owner = '';
  private wake: (() => void)[] = [];
  private readonly online = () => this.wakeUp();

  constructor(
    private readonly sendDraft: (id: string, version: number, text: string) => Promise<unknown>,
    private readonly changed: (state: SaveState) => void,
  ) {}

  connect() {
    window.addEventListener('online', this.online);
  }

  disconnect() {
    window.removeEventListener('online', this.online);
    for (const id of [...this.pauses.keys()]) this.sendNow(id);
  }

  get state(): SaveState {
    if (this.conflicts.size) return 'conflict';
    if (this.failing) return 'offline';
    return this.calls || this.pauses.size ? 'saving' : 'saved';
  }

  private key(id: string): string {
    return `${KEY}${this.owner}.${id}`;
  }

  /** My words for this row that no answer has confirmed yet. */
  kept(id: string): Kept | undefined {
    try {
      const kept = localStorage.getItem(this.key(id));
      return kept ? (JSON.parse(kept) as Kept) : undefined;
    } catch {
      return undefined;
    }
  }

  keep(id: string, version: number, text: string) {
    try {
      localStorage.setItem(this.key(id), JSON.stringify({ version, text } satisfies Kept));
    } catch {
      // The store is full or forbidden; the words still travel to the server.
    }
  }

  /** Forgets what was kept, unless more has been typed since. */
  release(id: string, text: string) {
    if (this.kept(id)?.text === text) localStorage.removeItem(this.key(id));
  }

  typed(id: string, version: number, text: string) {
    this.keep(id, version, text);
    clearTimeout(this.pauses.get(id));
    this.pauses.set(id, setTimeout(() => this.sendNow(id), PAUSE));
    this.tell();
  }

  /** A save follows, so the draft need not be sent. */
  supersede(id: string) {
    clearTimeout(this.pauses.get(id));
    this.pauses.delete(id);
  }

  sendNow(id: string) {
    if (!this.pauses.has(id)) return;
    this.supersede(id);
    const kept = this.kept(id);
    if (!kept) return this.tell();
    const { version, text } = kept;
    void this.inOrder(id, () => this.sendDraft(id, version, text)).then(() => this.release(id, text));
  }

  sendAllNow() {
    for (const id of [...this.pauses.keys()]) this.sendNow(id);
  }

  /** Runs after everything that was asked for this row before, again and again until it succeeds. */
  inOrder<T>(id: string, call: () => Promise<T>): Promise<T> {
    this.calls++;
    const before = this.queues.get(id) ?? Promise.resolve();
    const done = before.then(() => this.untilDone(call)).finally(() => {
      this.calls--;
      this.tell();
    });
    this.queues.set(id, done.catch(() => {}));
    this.tell();
    return done;
  }

  conflict(id: string, there: boolean) {
    if (there) this.conflicts.add(id);
    else this.conflicts.delete(id);
    this.tell();
  }

  private async untilDone<T>(call: () => Promise<T>): Promise<T> {
    let failed = false;
    for (;;) {
      try {
        const answer = await withPatience(call());
        if (failed) this.failing--;
        this.wakeUp();
        return answer;
      } catch {
        if (!failed) this.failing++;
        failed = true;
        this.tell();
        await this.pauseOrOnline();
      }
    }
  }

  private pauseOrOnline(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, AGAIN);
      this.wake.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private wakeUp() {
    const wake = this.wake;
    this.wake = [];
    wake.forEach((each) => each());
  }

  private tell() {
    const state = this.state;
    if (state === this.shown) return;
    this.shown = state;
    this.changed(state);
  }
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
