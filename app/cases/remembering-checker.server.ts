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
    check: (bytes, images, wishes) => {
      const key = keyOf('case', bytes, images)
      if (wishes === undefined) return once(key, () => checker.check(bytes, images))
      const asked = checker.check(bytes, images, wishes)
      // What was wished for beside the check is large, and nobody asks for it twice.
      void once(key, () => asked.then((checked) => ({ ...checked, playtested: null, compiled: null })))
      return asked
    },
    checkCourse: (bytes, images) => once(keyOf('course', bytes, images), () => checker.checkCourse(bytes, images)),
    most: checker.most,
    close: checker.close,
  }
}

function keyOf(kind: 'case' | 'course', bytes: Uint8Array, images: ReadonlySet<string> | null): string {
  return [kind, hashSource(bytes), ...(images ?? ['*'])].join('\n')
}
