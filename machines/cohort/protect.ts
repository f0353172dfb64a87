import { cheapestWay } from './cheapest-way.ts'
import type { Move, Step } from './cheapest-way.ts'

/**
 * A number of learners, as a flow between two nodes: what flows into a node flows out of it. Numbers that are shown and are sums of
 * each other stand one after the other or side by side, so that every relation between them is one of the network.
 */
export type Arc = {
  from: string
  to: string
  value: number
  /** `fixed`: known to all, never hidden. `shown`: shown unless that tells too much. `untold`: shown nowhere. */
  kind: 'fixed' | 'shown' | 'untold'
  /** How much is lost where it is hidden, above 0. */
  loss: number
}

/** How a number is shown: as it is, as "< 3", or not at all. */
export type Mark = 'shown' | 'few' | 'hidden'

/** Another truth that fits all that is shown: by how much each arc, by its place, differs from what is so. */
export type World = ReadonlyMap<number, Move>

/** Cells of one learner or two are not shown. */
const FEW = 2

/**
 * Pure. Which numbers to show of a network, so that none of one or two is told or can be worked out. For each of them another
 * world is looked for: a circle through it along which one learner more or fewer changes nothing that is shown, takes no "< 3" out of
 * one or two, and brings nothing else into it. What differs in such a world is hidden, all else shown. So whatever is hidden
 * has at least two values that fit, whoever adds up what. Where no such circle is, which takes a small cohort, the next best one is
 * taken, and what it brings to fewer than three, or takes from there, is hidden without a word: "hidden" says nothing of a number.
 * Source: complementary suppression by circles in networks, Cox 1995 (recalled, not looked up).
 * The work: a shortest path for each number to be protected.
 */
export function protect(arcs: ReadonlyArray<Arc>): { marks: Array<Mark>; worlds: Array<World> } {
  const loose = new Set<number>()
  const hidden = new Set<number>()
  const worlds: Array<World> = []
  for (const [place, { value }] of arcs.entries()) {
    if (value < 1 || value > FEW || hidden.has(place)) continue
    const world = strictWorld(arcs, place, hidden) ?? looseWorld(arcs, place, hidden)
    if (world === null) throw new Error(`Expected another way for ${value} of ${arcs[place]?.from}, found none`)
    worlds.push(world)
    for (const [moved, by] of world) {
      hidden.add(moved)
      if (!isStrict(arcs[moved], by)) loose.add(moved)
    }
  }
  return { marks: arcs.map((arc, place) => markOf(arc, hidden.has(place), loose.has(place))), worlds }
}

function markOf({ value, kind }: Arc, isHidden: boolean, isLoose: boolean): Mark {
  if (kind === 'untold' || isLoose) return 'hidden'
  if (value >= 1 && value <= FEW) return 'few'
  return isHidden ? 'hidden' : 'shown'
}

/** Whether an arc may differ by so much and still be shown in the same way. */
function isStrict(arc: Arc | undefined, by: Move): boolean {
  if (arc === undefined || arc.kind === 'fixed') return false
  if (arc.kind === 'untold') return arc.value + by >= 0
  if (arc.value === 0) return false
  return arc.value <= FEW === arc.value + by <= FEW && arc.value + by > 0
}

function strictWorld(arcs: ReadonlyArray<Arc>, place: number, hidden: ReadonlySet<number>): World | null {
  return worldAround(arcs, place, (arc, by, at) => (isStrict(arc, by) ? costOf(arc, hidden.has(at)) : null))
}

/** Far costlier than any way of strict steps. */
const LOOSE = 1_000_000

function looseWorld(arcs: ReadonlyArray<Arc>, place: number, hidden: ReadonlySet<number>): World | null {
  return worldAround(arcs, place, (arc, by, at) => {
    if (arc.kind === 'fixed' || arc.value + by < 0) return null
    return costOf(arc, hidden.has(at)) + (isStrict(arc, by) ? 0 : LOOSE)
  })
}

/** What it costs that an arc differs by so much; null where it must not. */
type Cost = (arc: Arc, by: Move, place: number) => number | null

/** The cheaper of the circles with one learner more on an arc and with one fewer. */
function worldAround(arcs: ReadonlyArray<Arc>, place: number, costOfMove: Cost): World | null {
  const found = MOVES.flatMap((by) => {
    const arc = arcs[place]
    const own = arc ? costOfMove(arc, by, place) : null
    if (!arc || own === null) return []
    const steps = stepsOf(arcs, (other, move, at) => (at === place ? null : costOfMove(other, move, at)))
    const way = by === 1 ? cheapestWay(steps, arc.to, arc.from) : cheapestWay(steps, arc.from, arc.to)
    return way === null ? [] : [{ cost: way.cost + own, world: new Map<number, Move>([[place, by], ...way.moves]) }]
  })
  const [best] = found.sort((one, other) => one.cost - other.cost)
  return best ? best.world : null
}

const MOVES = [1, -1] as const

/** Along an arc there is one learner more, against it one fewer. */
function stepsOf(arcs: ReadonlyArray<Arc>, costOfMove: Cost): Array<Step> {
  return arcs.flatMap((arc, place) =>
    MOVES.flatMap((by) => {
      const cost = costOfMove(arc, by, place)
      if (cost === null) return []
      return [
        by === 1 ? { from: arc.from, to: arc.to, cost, place, by } : { from: arc.to, to: arc.from, cost, place, by },
      ]
    }),
  )
}

/** What loses nothing costs next to nothing, so that of two ways the shorter is taken. */
const NOTHING = 0.001

function costOf({ kind, value, loss }: Arc, isHidden: boolean): number {
  return isHidden || kind === 'untold' || (value >= 1 && value <= FEW) ? NOTHING : loss
}
