import type { Case } from './case.ts'
import { factsOf } from './case-facts.ts'
import { explore } from './graph/explore.ts'
import type { TooLarge } from './graph/explore.ts'
import { parseCase } from './parse-case.ts'
import { sortProblems } from './problem.ts'
import type { Problem } from './problem.ts'
import { problemOf, WHOLE_FILE } from './rules/rule.ts'
import { CASE_RULES, GRAPH_RULES } from './rules/rules.ts'
import { statsOf, statsWithoutGraph } from './stats.ts'
import type { Stats } from './stats.ts'
import { stepperOf } from './step.ts'

/** `case` and `stats` are null where the file can't be read as a case; `problems` says why, in the order of the file. */
export type CheckedCase = { case: Case | null; problems: Array<Problem>; stats: Stats | null }

/**
 * Pure. The one check of a case file: reads it, explores how it can be played, and applies every rule.
 * `images`: the image files in the case's folder, or null where they are not known. `onParsed` is told when the text has been
 * read, for who keeps an eye on the time.
 */
export function checkCase(text: string, images: ReadonlySet<string> | null, onParsed?: () => void): CheckedCase {
  const parsed = parseCase(text, images)
  onParsed?.()
  if (!parsed.case) return { case: null, problems: sortProblems(parsed.problems), stats: null }
  const { problems, stats } = judgeCase(parsed.case)
  return { case: parsed.case, problems: sortProblems([...parsed.problems, ...problems]), stats }
}

export type JudgedCase = { problems: Array<Problem>; stats: Stats }

/** Pure. What can be known of a case that has been read. */
export function judgeCase(source: Case): JudgedCase {
  const steps = judgeInSteps(source)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Pure. The same in steps of at most some tens of milliseconds, for who has something more urgent to do between them. */
export function* judgeInSteps(source: Case): Generator<void, JudgedCase, void> {
  const problems: Array<Problem> = []
  for (const { rule, check } of CASE_RULES) {
    for (const finding of check(source)) problems.push(problemOf(rule, finding))
    yield
  }
  const graph = explore(stepperOf(source))
  yield
  if (graph.kind === 'too-large') {
    return { problems: [...problems, tooLarge(graph)], stats: statsWithoutGraph(source, graph) }
  }
  const facts = factsOf(graph)
  yield
  for (const { rule, check } of GRAPH_RULES) {
    for (const finding of check(facts)) problems.push(problemOf(rule, finding))
    yield
  }
  return { problems, stats: statsOf(facts) }
}

function tooLarge({ limit }: TooLarge): Problem {
  return problemOf('graph/too-large', {
    place: WHOLE_FILE,
    message: `Expected at most ${limit.toLocaleString('en')} reachable states, found more`,
    hint: 'Fewer or narrower variables make fewer states; so do conditions that ask for a fact that the story keeps anyway.',
  })
}
