import { useEffect, useRef } from 'react'
import type { PlayPage } from './views.ts'

/** What tells one page of a run from another. Pure. */
export function placeOf(page: PlayPage): string {
  return `${page.kind} ${page.frame.progress.decided} ${page.scene.title}`
}

/** When a page changes without a load, the new scene's heading takes the focus, so that it is seen and heard. */
export function useFocusOnChange(key: string): void {
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    // Within the studio, whoever is writing keeps the focus while the preview changes.
    if (document.hasFocus()) document.getElementById('scene')?.focus()
  }, [key])
}
