import { useNavigate, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { isFrameMessage } from './frame-messages.ts'

/** Within the studio's page, goes to the scene in which the cursor is, and shows anew what was saved. */
export function useFollowEditor(): void {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const follow = useRef({ navigate, revalidate })
  useEffect(() => {
    follow.current = { navigate, revalidate }
  })
  useEffect(() => {
    const { parent } = window
    if (parent === window) return undefined
    const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== parent || origin !== window.location.origin || !isFrameMessage(data)) return
      if (data.kind === 'show') void follow.current.navigate(data.to, { replace: true, preventScrollReset: true })
      else follow.current.revalidate()
    }
    window.addEventListener('message', listen)
    parent.postMessage({ kind: 'ready' }, window.location.origin)
    return () => window.removeEventListener('message', listen)
  }, [])
}
