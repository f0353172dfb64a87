/** One learner more or one fewer. */
export type Move = 1 | -1

/** A step from one node to another, along or against the arc at `place`, which then differs `by` one. */
export type Step = { from: string; to: string; cost: number; place: number; by: Move }

type Reached = { cost: number; step: Step | null }

/**
 * Pure. The cheapest way from one node to another; null where there is none. It passes no node twice. Source: Dijkstra 1959.
 * Costs must be above 0.
 */
export function cheapestWay(
  steps: ReadonlyArray<Step>,
  start: string,
  goal: string,
): { cost: number; moves: Array<[place: number, by: Move]> } | null {
  const stepsFrom = new Map<string, Array<Step>>()
  for (const step of steps) stepsFrom.set(step.from, [...(stepsFrom.get(step.from) ?? []), step])
  const open = new Map<string, Reached>([[start, { cost: 0, step: null }]])
  const done = new Map<string, Reached>()
  while (open.size > 0) {
    const [node, reached] = nearest(open)
    open.delete(node)
    done.set(node, reached)
    if (node === goal) return { cost: reached.cost, moves: movesTo(reached, done) }
    for (const step of stepsFrom.get(node) ?? []) {
      const cost = reached.cost + step.cost
      if (!done.has(step.to) && cost < (open.get(step.to)?.cost ?? Infinity)) open.set(step.to, { cost, step })
    }
  }
  return null
}

function nearest(open: ReadonlyMap<string, Reached>): [string, Reached] {
  const [first, ...others] = open
  if (first === undefined) throw new Error('Expected a node, found none')
  return others.reduce((best, entry) => (entry[1].cost < best[1].cost ? entry : best), first)
}

function movesTo(last: Reached, done: ReadonlyMap<string, Reached>): Array<[number, Move]> {
  const moves: Array<[number, Move]> = []
  for (let at: Reached | undefined = last; at?.step; at = done.get(at.step.from)) {
    moves.push([at.step.place, at.step.by])
  }
  return moves.reverse()
}
