import type { Case, Choice, Markdown, Prose, Scene } from './case.ts'
import type { Expression } from './expression.ts'
import type { State, Stepper } from './step.ts'
import { countWords, plainText } from './text.ts'

/** How fast a learner is taken to read. Source: Brysbaert 2019, silent reading of non-fiction in English. */
export const WORDS_PER_MINUTE = 238

/** Words of running prose, and words in artefacts: e-mails, chats, documents, figures, asides and tables. */
export type Words = { prose: number; artefacts: number }

/** What a learner reads of a case. All functions are pure and count words. */
export type Reading = {
  /** A scene in a state: its prose, the question of its decision, the closing prose of its ending. */
  scene: (state: State) => Words
  /** An option, as it stands beside the others. */
  option: (choice: Choice) => number
  /** What happens at once after a choice, told in the state to which it leads. */
  outcome: (choice: Choice, after: State) => number
  /** The questions of an ending; 0 elsewhere. */
  reflections: (scene: Scene) => number
}

/** Prose with its words counted; what a `Show` holds is counted where its condition holds. */
type Counted = Words & { shows: Array<{ if: Expression; inside: Counted }> }

/** Pure. Counts every text of a case once, so that a state costs only the conditions that its scene reads. */
export function readingOf(stepper: Stepper): Reading {
  const scenes = new Map<string, Counted>()
  const options = new Map<Choice, number>()
  const outcomes = new Map<Choice, Counted>()
  for (const scene of stepper.case.scenes) {
    scenes.set(scene.id, countProse(shownProse(scene)))
    if (scene.exit.kind !== 'decision') continue
    for (const choice of scene.exit.choices) {
      options.set(choice, wordsIn(choice.text))
      outcomes.set(choice, countProse(choice.outcome))
    }
  }

  function shown(counted: Counted | undefined, state: State): Words {
    const words = { prose: counted?.prose ?? 0, artefacts: counted?.artefacts ?? 0 }
    for (const show of counted?.shows ?? []) {
      if (!stepper.holds(show.if, state)) continue
      const inside = shown(show.inside, state)
      words.prose += inside.prose
      words.artefacts += inside.artefacts
    }
    return words
  }

  return {
    scene: (state) => shown(scenes.get(state.scene), state),
    option: (choice) => options.get(choice) ?? 0,
    outcome: (choice, after) => total(shown(outcomes.get(choice), after)),
    reflections: ({ exit }) =>
      exit.kind === 'ending' ? exit.reflections.reduce((sum, text) => sum + wordsIn(text), 0) : 0,
  }
}

/** Pure. */
export function total({ prose, artefacts }: Words): number {
  return prose + artefacts
}

/** Pure. The prose that stands on the page of a scene before any option, in the order of reading. */
export function shownProse({ prose, exit }: Scene): Prose {
  if (exit.kind === 'decision') return [...prose, ...exit.question]
  return exit.kind === 'ending' ? [...prose, ...exit.prose] : prose
}

/**
 * Pure. Every word that a learner can meet in the play of a case, whatever they choose: titles, prose, artefacts with their
 * headings, questions, options, outcomes, endings and the questions after them. `Because` belongs to the debrief.
 */
export function wordsOf(source: Case): number {
  return source.scenes.reduce((sum, scene) => sum + wordsInScene(scene), 0)
}

function wordsInScene(scene: Scene): number {
  const { exit } = scene
  let words = countTexts([scene.title, scene.when]) + wordsInAll(shownProse(scene))
  if (exit.kind === 'ending') {
    words += countTexts([exit.title])
    for (const question of exit.reflections) words += wordsIn(question)
  }
  if (exit.kind !== 'decision') return words
  for (const choice of exit.choices) words += wordsIn(choice.text) + wordsInAll(choice.outcome)
  return words
}

function wordsInAll(prose: Prose): number {
  return sumOf(countProse(prose))
}

function sumOf(counted: Counted): number {
  return total(counted) + counted.shows.reduce((sum, { inside }) => sum + sumOf(inside), 0)
}

function countProse(prose: Prose): Counted {
  const counted: Counted = { prose: 0, artefacts: 0, shows: [] }
  for (const block of prose) {
    switch (block.kind) {
      case 'markdown': {
        const tables = block.nodes.filter((node) => node.type === 'table')
        counted.prose += wordsIn(block.nodes.filter((node) => node.type !== 'table'))
        counted.artefacts += wordsIn(tables)
        break
      }
      case 'show':
        counted.shows.push({ if: block.if, inside: countProse(block.prose) })
        break
      case 'say':
        counted.prose += countTexts([block.who]) + wordsIn(block.body)
        break
      case 'email':
        counted.artefacts += countTexts([block.from, block.to, block.subject, block.at]) + wordsIn(block.body)
        break
      case 'chat':
        counted.artefacts += countTexts([block.title])
        for (const { from, at, body } of block.messages) counted.artefacts += countTexts([from, at]) + wordsIn(body)
        break
      case 'figure':
        counted.artefacts += countTexts([block.caption])
        break
      case 'document':
      case 'aside':
        counted.artefacts += countTexts([block.title]) + wordsIn(block.body)
    }
  }
  return counted
}

function wordsIn(nodes: Markdown): number {
  return countWords(plainText(nodes))
}

function countTexts(texts: ReadonlyArray<string | null>): number {
  return texts.reduce((sum, text) => sum + (text === null ? 0 : countWords(text)), 0)
}
