import type { Choice, Decision } from '../../machines/case/case.ts'
import type { State } from '../../machines/case/step.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { orderOptions } from '../../machines/play/option-order.ts'
import { startAsking } from './ask.ts'
import type { Asker } from './ask.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { debriefLines } from './debrief-text.ts'
import type { TakenHere } from './debrief-text.ts'
import { loadCase } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'
import { onlyPath, readOptions } from './options.ts'
import { endingLines, meterLines, optionLines, rule, sceneLines } from './play-text.ts'
import { proseLines } from './prose-text.ts'
import type { Page } from './prose-text.ts'
import { columnsOf, paintFor, visible } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { wrapText } from './wrap.ts'

const HELP = `Usage: casewright play <path>

Plays a case in the terminal, and tells at the end what each decision showed.
Answer with the number of an option; Ctrl+C or q stops. Options stand in a
mixed order, the same each time. Answers may be piped in, one on each line.
A time limit is told but does not run.

  -h, --help   prints this

Exit status: 0 played or stopped, 1 the case has an error, 2 wrong use.
`

const WIDTH = 82
/** Options are mixed as for an attempt of this name. */
const ATTEMPT = 'terminal'
/** After so many answers in a row that are none, nobody is there who reads the question. */
const MOST_MISTAKES = 10

export const playCommand: Command = { help: HELP, run: play }

/** The reader has had enough. */
class Stopped extends Error {}

async function play(args: ReadonlyArray<string>): Promise<number> {
  const path = onlyPath(readOptions(args, {}).positionals)
  const loaded = await loadCase(path)
  if (loaded === null) return EXIT.problems
  const asker = startAsking()
  try {
    await playThrough(loaded, asker)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    process.stdout.write('\nStopped before the end.\n')
  } finally {
    asker.close()
  }
  return EXIT.fine
}

async function playThrough({ case: source }: LoadedCase, asker: Asker): Promise<void> {
  const stepper = stepperOf(source)
  const paint = paintFor(process.stdout)
  const width = columnsOf(process.stdout, WIDTH)
  const pageOf = (state: State): Page => ({ stepper, state, width, paint })
  tell([
    paint('bold', visible(source.title)),
    ...wrapText(`${source.role}. ${source.setting}.`, width),
    ...wrapText(source.summary, width),
  ])

  const taken: Array<TakenHere> = []
  for (let state = stepper.start; ;) {
    const scene = stepper.scene(state.scene)
    const page = pageOf(state)
    const lines = sceneLines(scene, page)
    if (lines.length > 0) tell(['', rule(width, paint), '', ...lines])
    const { exit } = scene
    if (exit.kind === 'ending') {
      tell(['', ...endingLines(scene, page)])
      await reflect(
        exit.reflections.map((question) => proseLines([{ kind: 'markdown', nodes: question }], page)),
        asker,
      )
      tell([
        '',
        rule(width, paint),
        '',
        paint('bold', `What your decisions showed (ending: ${exit.id}, ${exit.outcome})`),
        '',
      ])
      tell(debriefLines(taken, page))
      return
    }
    if (exit.kind === 'next' && lines.length > 0) await pause(asker)
    const choice =
      exit.kind === 'decision' ? await decide(exit, state, page, taken, scene.title ?? scene.id, asker) : null
    const next = stepper.step(state, choice?.id ?? null)
    if (next === null) throw new Error(`expected a way on from scene "${scene.id}", found none`)
    const outcome = choice ? proseLines(choice.outcome, pageOf(next)) : []
    if (outcome.length > 0) {
      tell(['', ...outcome])
      await pause(asker)
    }
    state = next
  }
}

async function decide(
  decision: Decision,
  state: State,
  page: Page,
  taken: Array<TakenHere>,
  title: string,
  asker: Asker,
): Promise<Choice> {
  const offered = page.stepper.offered(state)
  const options = orderOptions(ATTEMPT, decision.id, offered)
  const limit =
    decision.limit === null ? [] : [page.paint('dim', `(learners have ${decision.limit.seconds} seconds here)`)]
  tell(['', ...optionLines(options, page), '', ...meterLines(page), ...limit])
  const chosen = await pick('What do you do?', options, null, asker)
  const asksWorst = decision.asksWorst && options.length > 2
  const worst = asksWorst ? await pick('Which would do most harm?', options, chosen, asker) : null
  taken.push({ decision, offered, chosen, worst, title })
  return chosen
}

async function pick(
  question: string,
  options: ReadonlyArray<Choice>,
  taken: Choice | null,
  asker: Asker,
): Promise<Choice> {
  for (let mistakes = 0; mistakes < MOST_MISTAKES; mistakes += 1) {
    const answer = (await asker.ask(`${question} `))?.trim()
    if (answer === undefined || /^q(uit)?$/i.test(answer)) throw new Stopped()
    const option = options.find(({ id }, index) => answer === String(index + 1) || answer === id)
    if (option && option !== taken) return option
    tell([
      option
        ? 'That is the one you chose; take another.'
        : `Answer with a number from 1 to ${options.length}, or q to stop.`,
    ])
  }
  throw new UsageError(`expected the number of an option, found ${MOST_MISTAKES} answers that are none`)
}

/** What is answered is not kept: the question is for the one who answers. */
async function reflect(questions: ReadonlyArray<ReadonlyArray<string>>, asker: Asker): Promise<void> {
  for (const question of questions) {
    tell(['', ...question])
    if (asker.isTerminal && (await asker.ask('(your answer is not kept) ')) === null) throw new Stopped()
  }
}

async function pause(asker: Asker): Promise<void> {
  if (!asker.isTerminal) return
  tell([''])
  if ((await asker.ask('(Enter goes on) ')) === null) throw new Stopped()
}

function tell(lines: ReadonlyArray<string>): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
