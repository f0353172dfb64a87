/** The kinds of image that the studio takes, by the type that their content has. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

const REFUSALS = {
  none: { status: 422, reason: 'Choose an image first.' },
  large: { status: 413, reason: 'An image can have at most 2 MB. Make it smaller and add it again.' },
  svg: {
    status: 415,
    reason: 'SVG is not taken, since it can hold code. Save the picture as PNG and add that.',
  },
  disguised: {
    status: 415,
    reason: 'This file is called an image, but what is in it is none. Open it in a picture program and save it as PNG.',
  },
  kind: {
    status: 415,
    reason: 'Only PNG, JPEG, WebP and GIF are taken. Save the picture as one of these and add that.',
  },
} as const

export type Refusal = keyof typeof REFUSALS

/** Why an image is not taken, in words, and the status of the answer; null for anything else that an address may hold. */
export function refusalOf(key: string | null): (typeof REFUSALS)[Refusal] | null {
  return key !== null && isRefusal(key) ? REFUSALS[key] : null
}

/** Pure. Why an image stays that was to be removed. */
export function keptText(line: number): string {
  return `The text shows this image on line ${line}, so it is still here. Take it out of the text first.`
}

/**
 * Pure. Where an image goes in a case's folder, from the name of its file, the type that its content has (undefined where it has none
 * that is known) and a mark of that content; or why it is refused. The mark is part of the path, so that a path always names one image.
 */
export function placeImage(
  name: string,
  type: string | undefined,
  mark: string,
): { kind: 'taken'; src: string; type: string } | { kind: 'refused'; why: Refusal } {
  const ending = type === undefined ? undefined : ENDINGS[type]
  if (type === undefined || ending === undefined) return { kind: 'refused', why: whyRefused(name, type) }
  const base = name
    .replace(/\.[^./\\]*$/, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return { kind: 'taken', src: `${base === '' ? 'image' : base}-${mark}.${ending}`, type }
}

function whyRefused(name: string, type: string | undefined): Refusal {
  if (/\.svgz?$/i.test(name)) return 'svg'
  const isCalledImage = /\.(png|jpe?g|webp|gif)$/i.test(name)
  return isCalledImage && type?.startsWith('image/') !== true ? 'disguised' : 'kind'
}

function isRefusal(key: string): key is Refusal {
  return Object.hasOwn(REFUSALS, key)
}
