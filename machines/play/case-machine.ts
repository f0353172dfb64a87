import { assign, setup } from 'xstate'
import type { Case } from '../case/case.ts'
import { stepperOf } from '../case/step.ts'
import type { State, Stepper } from '../case/step.ts'

type ChooseEvent = { type: 'choose'; choice: string }

/** A way out of a scene: by a choice, or by itself where `choice` is null. */
type Exit = { choice: string | null; goto: string }

/**
 * Pure. The XState machine of a case: scenes are states, choices are guarded events, effects are actions, a time limit is an
 * `after` transition, and beats and routers pass on by themselves. Guards and actions ask the stepper and nothing else, so
 * the machine can't mean something that the checks did not see. The context is the stepper's state; its scene and the
 * machine's state value are always the same.
 */
export function caseMachine(source: Case, stepper: Stepper = stepperOf(source)) {
  const parts = setup({
    types: {} as { context: State; events: ChooseEvent },
    guards: {
      /** Whether the way that stands open here by itself is this one. */
      opens: ({ context }, exit: Exit) => stepper.step(context, null)?.scene === exit.goto,
      chosen: ({ context, event }, exit: Exit) =>
        event.choice === exit.choice && stepper.step(context, exit.choice) !== null,
    },
    actions: {
      take: assign(({ context }, exit: Exit) => stepper.step(context, exit.choice) ?? context),
    },
  })

  function take(exit: Exit) {
    return { target: exit.goto, actions: { type: 'take' as const, params: exit } }
  }

  function stateOf({ exit }: Case['scenes'][number]) {
    switch (exit.kind) {
      case 'ending':
        return { type: 'final' as const }
      case 'next': {
        const ways = exit.ways.map((way): Exit => ({ choice: null, goto: way.goto }))
        return { always: ways.map((way) => ({ ...take(way), guard: { type: 'opens' as const, params: way } })) }
      }
      case 'decision': {
        const choices = exit.choices.map((choice): Exit => ({ choice: choice.id, goto: choice.goto }))
        const late = choices.find(({ choice }) => choice === exit.limit?.choice)
        return {
          on: {
            choose: choices.map((choice) => ({ ...take(choice), guard: { type: 'chosen' as const, params: choice } })),
          },
          ...(exit.limit && late ? { after: { [exit.limit.seconds * 1000]: take(late) } } : {}),
        }
      }
    }
  }

  return parts.createMachine({
    id: 'case',
    context: stepper.start,
    initial: source.start,
    states: Object.fromEntries(source.scenes.map((scene) => [scene.id, stateOf(scene)])),
  })
}
