import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** When another page comes without a load, its heading takes the focus: a link that was followed is gone, and with it the place. */
export function useFocusOnNewPage(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    // Where the page is scrolled to is settled already.
    document.getElementById('scene')?.focus({ preventScroll: true })
  }, [pathname])
}
