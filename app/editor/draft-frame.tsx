import { useEffect, useRef, useState } from 'react'
import type { FrameMessage } from './frame-messages.ts'

type DraftFrameProps = {
  slug: string
  /** The scene under the cursor; null before the first one. */
  scene: string | null
  /** When the draft was saved; null while it is not, and where there is none yet. */
  saved: string | null
}

/**
 * The draft as learners play it, within the studio's page. It stays one page while the text changes: going to another scene leaves no
 * step in the browser's history, and what was played stays where it was.
 */
export function DraftFrame({ slug, scene, saved }: DraftFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [first] = useState(scene)
  const [isReady, setIsReady] = useState(false)
  const shown = useRef(scene)
  const told = useRef(saved)

  useEffect(() => {
    const listen = ({ source }: MessageEvent) => {
      if (source === frame.current?.contentWindow) setIsReady(true)
    }
    window.addEventListener('message', listen)
    // The preview may have said that it is ready before anyone listened here.
    tell(frame.current, { kind: 'ask' })
    return () => window.removeEventListener('message', listen)
  }, [])

  useEffect(() => {
    if (!isReady || shown.current === scene) return
    shown.current = scene
    tell(frame.current, { kind: 'show', to: queryOf(scene) })
  }, [isReady, scene])

  useEffect(() => {
    // The preview's own page came with what was saved by then.
    if (!isReady || saved === null || told.current === saved) return
    told.current = saved
    tell(frame.current, { kind: 'saved' })
  }, [isReady, saved])

  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- it is a page of our own, which needs its session and its scripts
    <iframe
      ref={frame}
      className="draft-frame"
      title="The draft, as a learner plays it"
      src={`/teach/cases/${slug}/play${queryOf(first)}`}
    />
  )
}

function queryOf(scene: string | null): string {
  const from = scene === null ? '' : `&from=${encodeURIComponent(scene)}`
  // A scene without a decision is read first, as at the opening of an attempt.
  return `?framed=1${from}&after=start`
}

function tell(frame: HTMLIFrameElement | null, message: FrameMessage): void {
  frame?.contentWindow?.postMessage(message, window.location.origin)
}
