import { useNavigate, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { isFrameMessage } from './frame-messages.ts'

type Asked = { to: string | null; isSaved: boolean }

const NOTHING: Asked = { to: null, isSaved: false }

/**
 * Within the studio's page, goes to the scene in which the cursor is, and shows anew what was saved. What is asked during a load waits
 * for its end: a load that is broken off is an error that Remix leaves to the page.
 */
export function useFollowEditor(): void {
  const navigate = useNavigate()
  const isIdle = useNavigation().state === 'idle'
  const asked = useRef(NOTHING)
  const follow = useRef(() => {})

  useEffect(() => {
    follow.current = () => {
      const { to, isSaved } = asked.current
      if (!isIdle || (to === null && !isSaved)) return
      asked.current = NOTHING
      // The next one is followed once this one is known to be under way.
      follow.current = () => {}
      // Going to where one is loads it anew; what Remix calls that would scroll back to where the load began.
      void navigate(to ?? window.location.search, { replace: true, preventScrollReset: true })
    }
    follow.current()
  })

  useEffect(() => {
    const { parent } = window
    if (parent === window) return undefined
    const sayReady = () => parent.postMessage({ kind: 'ready' }, window.location.origin)
    const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== parent || origin !== window.location.origin || !isFrameMessage(data)) return
      if (data.kind === 'ask') return sayReady()
      asked.current = data.kind === 'show' ? { ...asked.current, to: data.to } : { ...asked.current, isSaved: true }
      follow.current()
    }
    window.addEventListener('message', listen)
    sayReady()
    return () => window.removeEventListener('message', listen)
  }, [])
}
