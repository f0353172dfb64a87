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

void dataDecoded().then(() => startTransition(() => void hydrateRoot(document, <RemixBrowser />)))
