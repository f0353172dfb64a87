import type { Place } from '../case.ts'
import type { Context } from './context.ts'

const FORMATS = /\.(png|jpe?g|webp|gif|avif)$/i

/**
 * Pure. The path of an image relative to the case's folder, without a leading `./`. What does not name an image file in
 * that folder or below it is reported as `mdx/unsafe-url`, one that is not there as `mdx/missing-image`.
 */
export function readImagePath(source: string, place: Place, context: Context): string {
  const path = source.replace(/^\.\//, '')
  if (!isInFolder(path)) {
    const hint = 'write the path of a file beside the case, such as `rota.png` or `img/rota.png`'
    context.report('mdx/unsafe-url', place, `\`${source}\` is not a plain path within the case's folder`, hint)
  } else if (!FORMATS.test(path)) {
    const message = `\`${source}\` is none of the image formats PNG, JPEG, WebP, GIF and AVIF`
    context.report('mdx/unsafe-url', place, message)
  } else if (context.images !== null && !context.images.has(path)) {
    context.report('mdx/missing-image', place, `there is no file \`${path}\` in the case's folder`)
  }
  return path
}

/** No scheme, host, query, fragment or escape, and no way up. */
function isInFolder(path: string): boolean {
  if (/[\\:?#%<>"|*\p{Cc}\p{Cf}]/u.test(path)) return false
  return path.split('/').every((part) => part.trim() !== '' && !part.startsWith('.') && part.trim() === part)
}
