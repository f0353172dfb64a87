import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { Block, Case, Markdown, Prose } from './case.ts'
import { shownProse } from './reading.ts'
import { countWords, plainText } from './text.ts'

/**
 * Pure. The school grade that the texts of a case ask for: 0.39 · words per sentence + 11.8 · syllables per word − 15.59, over
 * everything written in sentences that a learner meets before the debrief. Tables, code and the headings of artefacts are
 * left out. Null where there are no words. Source: Kincaid et al. 1975.
 */
export function readingGrade(source: Case): number | null {
  const syllables = new Map<string, number>()
  const counts = { sentence: 0, word: 0, syllable: 0 }
  for (const text of paragraphsOf(source)) {
    for (const sentence of sentencesIn(text)) {
      counts.sentence += 1
      counts.word += countWords(sentence)
      for (const word of sentence.split(/\s+/)) counts.syllable += syllablesIn(word, syllables)
    }
  }
  return counts.word === 0 ? null : fleschKincaid(counts)
}

/** Pure. A text cut after `.`, `!`, `?` and `…` where a space follows, the closing quotes and brackets being part of it. */
function sentencesIn(text: string): Array<string> {
  return text.split(/(?<=[.!?…]["'”’)\]]*)\s+/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

function syllablesIn(word: string, known: Map<string, number>): number {
  const before = known.get(word)
  if (before !== undefined) return before
  const count = syllable(word)
  known.set(word, count)
  return count
}

function* paragraphsOf({ scenes }: Case): Generator<string> {
  for (const scene of scenes) {
    yield* inProse(shownProse(scene))
    const { exit } = scene
    if (exit.kind === 'ending') for (const question of exit.reflections) yield* inMarkdown(question)
    if (exit.kind !== 'decision') continue
    for (const choice of exit.choices) {
      yield* inMarkdown(choice.text)
      yield* inProse(choice.outcome)
    }
  }
}

function* inProse(prose: Prose): Generator<string> {
  for (const block of prose) {
    if (block.kind === 'show') yield* inProse(block.prose)
    else for (const nodes of markdownIn(block)) yield* inMarkdown(nodes)
  }
}

function markdownIn(block: Block): Array<Markdown> {
  if (block.kind === 'markdown') return [block.nodes]
  if (block.kind === 'chat') return block.messages.map(({ body }) => body)
  return 'body' in block ? [block.body] : []
}

/** The paragraphs and headings, wherever they stand. */
function* inMarkdown(nodes: Markdown): Generator<string> {
  for (const node of nodes) {
    if (node.type === 'paragraph' || node.type === 'heading') yield plainText([node])
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      yield* inMarkdown(node.children)
  }
}
