import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { SimulationView } from '../components/score-views.ts'

const FILE = path.resolve('public', 'measurement.json')

const share = z.number().min(0).max(1)
const counts = z.object({ claimed: share, false: share })
const accuracy = z.object({ r: z.number(), rmse: z.number(), cover: share })

const simulationSchema = z.object({
  worlds: z.number(),
  learners: z.number(),
  checkpoints: z.array(z.number()),
  rows: z.array(
    z.object({
      cases: z.number(),
      naive: z.object({ r: z.number(), rmse: z.number(), false: share }),
      bestOnly: accuracy,
      bestAndWorst: accuracy,
      leaning: counts,
      sure: counts,
    }),
  ),
  conditions: z.array(z.object({ name: z.string(), accuracies: z.array(accuracy) })),
})

/** The table that `npm run bench:measurement` wrote last; null where it never did. */
export async function readSimulation(): Promise<SimulationView | null> {
  const text = await readFile(FILE, 'utf8').catch(() => null)
  if (text === null) return null
  const { worlds, learners, ...rest } = simulationSchema.parse(JSON.parse(text))
  return { learners: worlds * learners, ...rest }
}
