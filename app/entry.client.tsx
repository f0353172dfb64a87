import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Waits until the data that came with the page is decoded. Until then `RemixBrowser` suspends at the root, and there React 18 meets a
 * key or a click with error 345; asked once outside of a render, it throws what it waits for.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (awaited) {
    await awaited
  }
}

// A load that the next one breaks off rejects within Remix, where nobody waits for it: that is no fault.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
})

void dataDecoded().then(() => startTransition(() => void hydrateRoot(document, <RemixBrowser />)))
