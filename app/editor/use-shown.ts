import { useEffect, useState } from 'react'
import type { DraftShown } from '../components/studio-views.ts'
import { askShown } from './ask-shown.ts'
import { RETRY_MS } from './draft-keeper.ts'
import type { KeeperState } from './draft-keeper.ts'

/** Time for the cursor to come to rest. */
const REST_MS = 250

/**
 * What the server makes of the draft: asked for again whenever it has been saved and when the cursor comes to another scene. While a
 * text can't be read as a case, scene and map stay as they last were; while the server can't be reached, all does.
 */
export function useShown(slug: string, first: DraftShown, state: KeeperState, scene: string | null): DraftShown {
  const [shown, setShown] = useState(first)
  const [readable, setReadable] = useState(first)
  const savedAt = state.kind === 'kept' ? state.savedAt : null
  const isKept = state.kind === 'kept'
  useEffect(() => {
    if (!isKept) return undefined
    const asking = new AbortController()
    let timer = setTimeout(() => void ask(), REST_MS)
    async function ask() {
      const answer = await askShown(slug, scene, asking.signal)
      if (asking.signal.aborted) return
      if (answer === null) timer = setTimeout(() => void ask(), RETRY_MS)
      else setShown(answer)
    }
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [slug, savedAt, isKept, scene])
  if (shown.scene !== null && shown !== readable) setReadable(shown)
  return shown.scene === null ? { ...shown, scene: readable.scene, map: readable.map } : shown
}
