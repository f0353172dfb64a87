import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { DraftShown } from '../components/studio-views.ts'
import type { KeeperState } from './draft-keeper.ts'

/** Time for the cursor to come to rest. */
const REST_MS = 250

/**
 * What the server makes of the draft: asked for again whenever it has been saved and when the cursor comes to another scene. While a
 * text can't be read as a case, scene and map stay as they last were.
 */
export function useShown(slug: string, first: DraftShown, state: KeeperState, scene: string | null): DraftShown {
  const { load, data } = useFetcher<{ shown: DraftShown }>()
  const shown = data?.shown ?? first
  const [readable, setReadable] = useState(first)
  const savedAt = state.kind === 'kept' ? state.savedAt : null
  const isKept = state.kind === 'kept'
  useEffect(() => {
    if (!isKept || scene === null) return undefined
    const timer = setTimeout(() => load(`/teach/cases/${slug}/preview?scene=${encodeURIComponent(scene)}`), REST_MS)
    return () => clearTimeout(timer)
  }, [load, slug, savedAt, isKept, scene])
  if (shown.scene !== null && shown !== readable) setReadable(shown)
  return shown.scene === null ? { ...shown, scene: readable.scene, map: readable.map } : shown
}
