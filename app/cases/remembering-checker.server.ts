import type { Checked } from './check-worker.ts'
import type { Checker } from './checker.server.ts'
import { hashSource } from './hash-source.server.ts'

/** A checker that checks each text once, however often it is asked: courses ask for cases that were checked a moment ago. */
export function rememberingChecker(checker: Checker): Checker {
  const known = new Map<string, Promise<Checked>>()

  function once(key: string, check: () => Promise<Checked>): Promise<Checked> {
    const found = known.get(key) ?? check()
    known.set(key, found)
    return found
  }

  return {
    check: (bytes, images, playtest) =>
      once(`${keyOf('case', bytes, images)}\n${JSON.stringify(playtest ?? null)}`, () =>
        checker.check(bytes, images, playtest),
      ),
    checkCourse: (bytes, images) => once(keyOf('course', bytes, images), () => checker.checkCourse(bytes, images)),
    close: checker.close,
  }
}

function keyOf(kind: 'case' | 'course', bytes: Uint8Array, images: ReadonlySet<string> | null): string {
  return [kind, hashSource(bytes), ...(images ?? ['*'])].join('\n')
}
