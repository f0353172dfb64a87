import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'
import { tellUnsent, useUnsent } from './unsent.ts'

/** Says that what was sent may not be kept, until it is sent again or another page is asked for. */
export function UnsentNotice() {
  const { state } = useNavigation()
  const isUnsent = useUnsent()
  useEffect(() => {
    if (state === 'loading') tellUnsent(false)
  }, [state])
  if (!isUnsent) return null
  return (
    <p className="notice unsent" role="alert">
      The server can’t be reached or could not take this, so it may not be kept yet. All that you marked and wrote is
      still here: send it again in a moment, it can’t count twice.
    </p>
  )
}
