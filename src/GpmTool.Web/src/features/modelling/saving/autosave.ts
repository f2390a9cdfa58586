import { Failure } from '../../../api/failure';

/** What became of the work so far; exactly one of these at any time. */
export type Saving =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'changed' }
  | { kind: 'saving' }
  /** Nothing answers; tried again by itself. */
  | { kind: 'offline' }
  | { kind: 'loggedOut' }
  /** Somebody else saved meanwhile. */
  | { kind: 'outdated' }
  /** Somebody froze the draft or threw it away. */
  | { kind: 'draftGone' }
  | { kind: 'refused'; failure: Failure };

/** A document and the tag of the draft it was read from or saved as. */
export interface Saved {
  xml: string;
  etag: string;
}

export interface Ports {
  /** The document as it stands in the editor. */
  write: () => Promise<string>;
  /** Stores it; gives the new tag, or throws a `Failure`. */
  save: (xml: string, etag: string) => Promise<string>;
  /** Keeps unsaved work on this device. */
  keep: (xml: string, base: Saved) => void;
  /** Forgets it: the server has everything. */
  forget: () => void;
  changed: (saving: Saving) => void;
}

export interface Delays {
  /** How long after the last change it is saved, */
  quiet: number;
  /** and how long after the first one at the latest: each save is an entry of the audit chain. */
  longest: number;
  /** How long after a change it is kept on this device. */
  keep: number;
  /** The pauses between attempts while nothing answers; the last one repeats. */
  retries: readonly number[];
}

const standard: Delays = { quiet: 2_000, longest: 15_000, keep: 300, retries: [3_000, 10_000, 30_000] };

/**
 * Saves a draft while somebody works on it. One save at a time; what is not saved is kept on this device. What somebody has to
 * decide (another's changes, a draft that is gone) stops it until `goOn`.
 */
export class Autosave {
  #state: Saving = { kind: 'saved', at: null };
  #edits = 0;
  #savedEdits = 0;
  #attempts = 0;
  #firstEdit = 0;
  #isStopped = false;
  #running: Promise<void> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ports: Ports,
    private base: Saved,
    private readonly delays: Delays = standard,
  ) {}

  get state(): Saving {
    return this.#state;
  }

  /** What the work began with, or was last saved as. */
  get saved(): Saved {
    return this.base;
  }

  get hasUnsaved(): boolean {
    return this.#edits !== this.#savedEdits;
  }

  /** Something changed in the editor. */
  edited(): void {
    if (this.#isStopped) return;
    if (!this.hasUnsaved) this.#firstEdit = Date.now();
    this.#edits++;
    this.#keepTimer ??= setTimeout(() => {
      this.#keepTimer = undefined;
      void this.#keep();
    }, this.delays.keep);
    if (this.#waitsForDecision()) return;
    if (this.#state.kind === 'saved') this.#set({ kind: 'changed' });
    if (this.#state.kind === 'changed')
      this.#schedule(Math.max(0, Math.min(this.delays.quiet, this.#firstEdit + this.delays.longest - Date.now())));
  }

  /** Saves what is not saved, now; also tries again what failed. */
  async flush(): Promise<void> {
    if (this.#isStopped || this.#waitsForDecision()) return;
    await this.#running;
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    if (this.hasUnsaved) await this.#save();
    else if (this.#state.kind !== 'saved') this.#set({ kind: 'saved', at: null });
  }

  /** After a decision: the draft is now this; `isSaved` tells whether the editor shows the same. */
  goOn(base: Saved, isSaved: boolean): void {
    this.base = base;
    this.#attempts = 0;
    if (isSaved) {
      this.#savedEdits = this.#edits;
      this.#forget();
      this.#set({ kind: 'saved', at: new Date() });
    } else {
      if (!this.hasUnsaved) this.#edits++;
      this.#set({ kind: 'changed' });
      this.#schedule(0);
    }
  }

  /** Saves once more and stops. */
  async finish(): Promise<void> {
    if (this.hasUnsaved) {
      await this.#keep();
      await this.flush();
    }
    this.stop();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#saveTimer);
    clearTimeout(this.#keepTimer);
  }

  #waitsForDecision(): boolean {
    return this.#state.kind === 'outdated' || this.#state.kind === 'draftGone';
  }

  #schedule(delay: number): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      this.#saveTimer = undefined;
      void this.flush();
    }, delay);
  }

  async #save(): Promise<void> {
    this.#running = this.#attempt();
    try {
      await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  async #attempt(): Promise<void> {
    const edits = this.#edits;
    this.#set({ kind: 'saving' });
    try {
      const xml = await this.ports.write();
      const etag = await this.ports.save(xml, this.base.etag);
      this.base = { xml, etag };
      this.#savedEdits = edits;
      this.#attempts = 0;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failed(error);
      return;
    }

    if (this.hasUnsaved) {
      this.#firstEdit = Date.now();
      this.#set({ kind: 'changed' });
      this.#schedule(this.delays.quiet);
    } else {
      this.#forget();
      this.#set({ kind: 'saved', at: new Date() });
    }
  }

  #failed(failure: Failure): void {
    if (failure.status === 412) this.#set({ kind: 'outdated' });
    else if (failure.code === 'no-draft') this.#set({ kind: 'draftGone' });
    else if (failure.status === 401) this.#set({ kind: 'loggedOut' });
    else if (failure.status === 0 || failure.status >= 500) {
      this.#set(failure.status === 0 ? { kind: 'offline' } : { kind: 'refused', failure });
      const { retries } = this.delays;
      this.#schedule(retries[Math.min(this.#attempts++, retries.length - 1)] ?? 30_000);
    } else this.#set({ kind: 'refused', failure });
    void this.#keep();
  }

  async #keep(): Promise<void> {
    if (!this.hasUnsaved) return;
    const edits = this.#edits;
    const xml = await this.ports.write();
    // Saved while it was written: nothing is left to keep.
    if (this.#savedEdits < edits) this.ports.keep(xml, this.base);
  }

  #forget(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    this.ports.forget();
  }

  #set(state: Saving): void {
    this.#state = state;
    this.ports.changed(state);
  }
}
