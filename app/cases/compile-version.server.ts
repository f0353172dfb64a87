import type { Case } from '../../machines/case/case.ts'
import { explore } from '../../machines/case/graph/explore.ts'
import { reachOf } from '../../machines/case/reach.ts'
import type { Reach } from '../../machines/case/reach.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { compileCase } from './compile.server.ts'
import type { CompiledCase } from './compile.server.ts'

/** What is stored of a compiled version, as JSON. */
export type Stored = {
  case: Case
  scenes: CompiledCase['scenes']
  reach: { perDecision: Array<[string, number]>; nBar: number }
}

/** The address of a picture of a version, be it of a case or of a course. */
export function imageUrl(hash: string, src: string): string {
  return `/images/${hash}/${src.split('/').map(encodeURIComponent).join('/')}`
}

/** The compiled form of a version as it is stored: JSON of its case, its HTML, and what takes a walk over all its states. */
export async function compileVersion(hash: string, source: Case): Promise<string> {
  const { scenes } = await compileCase(source, (src) => imageUrl(hash, src))
  const { reach, nBar } = reachIn(source)
  const stored: Stored = { case: source, scenes, reach: { perDecision: [...reach], nBar } }
  return JSON.stringify(stored)
}

function reachIn(source: Case): Reach {
  const graph = explore(stepperOf(source))
  if (graph.kind === 'too-large')
    throw new Error(`Expected a case that the checks let pass, found over ${graph.limit} states`)
  return reachOf(graph)
}
