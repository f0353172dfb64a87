import { balance } from './balance.ts'
import { coverage } from './coverage.ts'
import { deadEnd } from './dead-end.ts'
import { dilemma } from './dilemma.ts'
import { giveaway } from './giveaway.ts'
import { lengthTell } from './length-tell.ts'
import { level } from './level.ts'
import { loop } from './loop.ts'
import { lowInformation } from './low-information.ts'
import { noEnding } from './no-ending.ts'
import { noPoorOption } from './no-poor-option.ts'
import { optionLength } from './option-length.ts'
import { pathLength } from './path-length.ts'
import { pathRatio } from './path-ratio.ts'
import { policy } from './policy.ts'
import { promptLength } from './prompt-length.ts'
import { range } from './range.ts'
import { readingGradeRule } from './reading-grade.ts'
import { readingTime } from './reading-time.ts'
import type { CaseRule, GraphRule } from './rule.ts'
import { unavailableChoice } from './unavailable-choice.ts'
import { unreachableScene } from './unreachable-scene.ts'
import { zeroInformation } from './zero-information.ts'

/** The rules that need the file alone. */
export const CASE_RULES: ReadonlyArray<CaseRule> = [
  zeroInformation,
  dilemma,
  giveaway,
  noPoorOption,
  balance,
  lengthTell,
  optionLength,
  readingGradeRule,
  policy,
]

/** The rules about how a case plays, which need its state graph. */
export const GRAPH_RULES: ReadonlyArray<GraphRule> = [
  unreachableScene,
  unavailableChoice,
  deadEnd,
  noEnding,
  loop,
  pathLength,
  pathRatio,
  range,
  lowInformation,
  level,
  coverage,
  promptLength,
  readingTime,
]
