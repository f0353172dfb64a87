import type { OtherDraft } from '../components/studio-views.ts'

/** What the server says to a save. `away`: it was not reached, or this browser is signed out. */
export type KeepAnswer =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict'; kept: OtherDraft | null }
  | { kind: 'refused'; reason: string }
  | { kind: 'away'; signedOut: boolean }

/** How a draft stands between this page and the server. */
export type KeeperState =
  | { kind: 'kept'; savedAt: string | null }
  | { kind: 'unsaved' }
  | { kind: 'conflict'; kept: OtherDraft | null }
  | { kind: 'refused'; reason: string }
  | { kind: 'away'; signedOut: boolean }

/** Where a text lies in the browser until the server has it. */
export type BrowserCopy = {
  read: () => { text: string; onRevision: number } | null
  write: (copy: { text: string; onRevision: number }) => void
  clear: () => void
}

export type DraftKeeper = {
  /** Takes what was typed; it is saved within a second. */
  changed: (text: string) => void
  /** Saves now what is not saved yet. */
  flush: () => void
  /** Resolves when the server has everything, or can't have it just now. */
  settle: () => Promise<void>
  /** Saves this text over the other draft: its author has seen both. */
  saveOver: (text: string, revision: number) => void
  /** Goes on from a revision that the server told of. */
  goOnFrom: (revision: number) => void
  revision: () => number
  close: () => void
}

export const SAVE_MS = 900
export const RETRY_MS = 3_000

/**
 * Keeps a draft: one save at a time, each on top of the revision that the one before was given. What was typed is in the browser's
 * copy until the server has acknowledged it. After a conflict nothing is saved until its author has decided.
 */
export function createDraftKeeper(options: {
  revision: number
  send: (text: string, onRevision: number) => Promise<KeepAnswer>
  copy: BrowserCopy
  tell: (state: KeeperState) => void
}): DraftKeeper {
  const { send, copy, tell } = options
  let { revision } = options
  let unsaved: string | null = null
  let isSending = false
  let isStopped = false
  let sending: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(ms: number): void {
    timer ??= setTimeout(flush, ms)
  }

  async function save(text: string): Promise<void> {
    isSending = true
    const answer = await send(text, revision)
    isSending = false
    if (answer.kind === 'saved') acknowledged(text, answer)
    else if (answer.kind === 'conflict') {
      isStopped = true
      tell(answer)
    } else {
      tell(answer)
      if (answer.kind === 'away') later(RETRY_MS)
    }
  }

  function acknowledged(text: string, answer: { revision: number; savedAt: string }): void {
    revision = answer.revision
    if (unsaved === text) {
      unsaved = null
      copy.clear()
      tell({ kind: 'kept', savedAt: answer.savedAt })
    } else {
      if (unsaved !== null) copy.write({ text: unsaved, onRevision: revision })
      later(SAVE_MS)
    }
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (unsaved !== null && !isSending && !isStopped) sending = save(unsaved)
  }

  async function settle(): Promise<void> {
    flush()
    await sending
    // What was typed while the first save was under way goes with a second one.
    flush()
    await sending
  }

  function changed(text: string): void {
    unsaved = text
    copy.write({ text, onRevision: revision })
    if (isStopped) return
    tell({ kind: 'unsaved' })
    later(SAVE_MS)
  }

  return {
    changed,
    flush,
    settle,
    saveOver: (text, over) => {
      revision = over
      isStopped = false
      changed(text)
      flush()
    },
    goOnFrom: (known) => {
      revision = known
      isStopped = false
      unsaved = null
      copy.clear()
    },
    revision: () => revision,
    close: () => clearTimeout(timer),
  }
}
