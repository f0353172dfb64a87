import { MOST_IMAGE_BYTES } from '../components/image-bounds.ts'

/** What became of an image: the path to write, or why it was not taken. */
export type ImageAnswer = { kind: 'added'; src: string } | { kind: 'removed' } | { kind: 'refused'; reason: string }

const LOST = 'The server could not be reached. Nothing was changed; try again in a moment.'

/** Sends an image to the server. One that is too large is not even sent. */
export async function sendImage(slug: string, file: File): Promise<ImageAnswer> {
  if (file.size > MOST_IMAGE_BYTES) {
    const size = (file.size / 1_000_000).toFixed(1)
    return {
      kind: 'refused',
      reason: `This image has ${size} MB, at most 2 MB are taken. Make it smaller and add it again.`,
    }
  }
  const body = new FormData()
  body.set('image', file)
  return ask(slug, body)
}

/** Takes an image out of the draft, unless the text shows it. */
export async function removeImage(slug: string, src: string): Promise<ImageAnswer> {
  return ask(slug, new URLSearchParams({ intent: 'remove', src }))
}

async function ask(slug: string, body: FormData | URLSearchParams): Promise<ImageAnswer> {
  try {
    const response = await fetch(`/teach/cases/${slug}/images`, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
    })
    return readAnswer(await response.json()) ?? { kind: 'refused', reason: LOST }
  } catch {
    return { kind: 'refused', reason: LOST }
  }
}

function readAnswer(data: unknown): ImageAnswer | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'added' && 'src' in data && typeof data.src === 'string') return { kind: 'added', src: data.src }
  if (data.kind === 'removed') return { kind: 'removed' }
  if (data.kind === 'refused' && 'reason' in data && typeof data.reason === 'string') {
    return { kind: 'refused', reason: data.reason }
  }
  return null
}
