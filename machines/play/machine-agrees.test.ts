import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph'
import { describe, expect, test } from 'vitest'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { shippedCases } from '../../tests/fixtures/shipped-cases.ts'
import { explore } from '../case/graph/explore.ts'
import { stepperOf } from '../case/step.ts'
import type { State, Stepper } from '../case/step.ts'
import { caseMachine } from './case-machine.ts'

/** Passes beats and routers with the step function alone. */
function settle(stepper: Stepper, state: State): State {
  let now = state
  for (let next = stepper.step(now, null); next !== null; next = stepper.step(now, null)) now = next
  return now
}

function keyOf(state: State): string {
  return JSON.stringify([state.scene, state.values])
}

describe.each(shippedCases())('the machine of %s', (_slug, source) => {
  const stepper = stepperOf(source)
  const walked = getAdjacencyMap(caseMachine(source, stepper), {
    // Every choice of the scene, whether it is offered or not: the machine must refuse what the step function refuses.
    events: ({ context }) => {
      const { exit } = stepper.scene(context.scene)
      return exit.kind === 'decision' ? exit.choices.map(({ id }) => ({ type: 'choose' as const, choice: id })) : []
    },
    serializeState: ({ context }) => keyOf(context),
    limit: 100_000,
  })

  test('is in the scene that its context names, in every state', () => {
    for (const { state } of Object.values(walked)) expect(state.value).toBe(state.context.scene)
  })

  test('goes where the step function goes, for every choice in every state', () => {
    const steps = adjacencyMapToArray(walked)
    expect(steps.length).toBeGreaterThan(Object.keys(walked).length)
    for (const { state, event, nextState } of steps) {
      const stepped = stepper.step(state.context, event.choice)
      expect(keyOf(nextState.context)).toBe(keyOf(stepped === null ? state.context : settle(stepper, stepped)))
    }
  })

  test('reaches exactly the resting states that the exploration finds', () => {
    const graph = explore(stepper)
    if (graph.kind !== 'graph') throw new Error('Expected a graph')
    const resting = Array.from({ length: graph.size }, (_, number) => number).filter(
      (number) => graph.sceneAt(number).exit.kind !== 'next',
    )
    expect(Object.keys(walked).sort()).toEqual(resting.map((number) => keyOf(graph.stateAt(number))).sort())
  })
})

test('a time limit is an after transition that makes the choice which the author named', () => {
  const source = aCase({
    scenes: `<Scene id="a">
<Decision seconds={30} timeout="wait">
Now?
<Choice id="act" goto="b">Act.</Choice>
<Choice id="wait" goto="c">Wait.</Choice>
</Decision>
</Scene>
<Scene id="b"><Ending id="b" outcome="mixed">B.</Ending></Scene>
<Scene id="c"><Ending id="c" outcome="mixed">C.</Ending></Scene>`,
  })
  const [delayed] = caseMachine(source).getStateNodeById('case.a').after
  expect(delayed?.delay).toBe(30_000)
  expect(delayed?.target?.map(({ key }) => key)).toEqual(['c'])
})
