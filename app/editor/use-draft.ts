import { useEffect, useRef, useState } from 'react'
import type { MutableRefObject } from 'react'
import type { StudioPage } from '../components/studio-views.ts'
import { browserCopy } from './browser-copy.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import type { DraftKeeper, KeeperState } from './draft-keeper.ts'
import { sendDraft } from './send-draft.ts'

export type KeptDraft = {
  keeper: MutableRefObject<DraftKeeper | null>
  state: KeeperState
  setState: (state: KeeperState) => void
  /** What this browser still had of an earlier visit; it goes into the editor. Null where there is nothing. */
  restored: string | null
}

/** Keeps the draft of one case as long as its page is open, and brings back what an earlier page could not save. */
export function useDraft(page: StudioPage): KeptDraft {
  const first = useRef(page)
  const keeper = useRef<DraftKeeper | null>(null)
  const [state, setState] = useState<KeeperState>({ kind: 'kept', savedAt: page.saved?.at ?? null })
  const [restored, setRestored] = useState<string | null>(null)

  useEffect(() => {
    const { slug, source, revision } = first.current
    const copy = browserCopy(slug, window.localStorage)
    const before = copy.read()
    const made = createDraftKeeper({
      revision,
      send: (text, onRevision) => sendDraft(slug, text, onRevision),
      copy,
      tell: setState,
    })
    keeper.current = made
    if (before !== null && before.text !== source) {
      setRestored(before.text)
      if (before.onRevision === revision) made.changed(before.text)
      else setState({ kind: 'conflict', kept: keptOn(first.current) })
    }
    const leave = () => made.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      made.flush()
      made.close()
    }
  }, [])

  return { keeper, state, setState, restored }
}

function keptOn({ revision, source, saved }: StudioPage) {
  return { revision, source, savedAt: saved?.at ?? new Date(0).toISOString(), savedBy: saved?.by ?? null }
}
