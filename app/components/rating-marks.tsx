import type { Ratings } from './views.ts'

type Dimension = 'execution' | 'influence'

const levels = [1, 2, 3, 4]

/** Both ratings of an option. Execution is always a square and influence a circle, and word and number stand by: never hue alone. */
export function RatingMarks({ ratings }: { ratings: Ratings }) {
  if (ratings.execution === null && ratings.influence === null) return null
  return (
    <span className="rates">
      {ratings.execution !== null && <Rating dimension="execution" level={ratings.execution} />}
      {ratings.influence !== null && <Rating dimension="influence" level={ratings.influence} />}
    </span>
  )
}

/** What the two kinds of marks mean. */
export function RatingKey() {
  return (
    <p className="key">
      <span>
        <Marks dimension="execution" level={4} />
        Execution: what it does to the work, from 0, harm, to 4, exemplary
      </span>
      <span>
        <Marks dimension="influence" level={4} />
        Influence: what it does to the people, 0 to 4
      </span>
    </p>
  )
}

function Rating({ dimension, level }: { dimension: Dimension; level: number }) {
  return (
    <span className={`rate ${dimension}`}>
      <Marks dimension={dimension} level={level} />
      <span>
        {dimension === 'execution' ? 'Execution' : 'Influence'} {level}
        <span className="vh"> of 4</span>
      </span>
    </span>
  )
}

function Marks({ dimension, level }: { dimension: Dimension; level: number }) {
  return (
    <svg className={`marks ${dimension}-marks`} width="43" height="10" viewBox="0 0 43 10" aria-hidden="true">
      {levels.map((step) => (
        <Mark key={step} dimension={dimension} x={(step - 1) * 11} isFull={step <= level} />
      ))}
    </svg>
  )
}

/** A hollow mark is drawn smaller by half its stroke, so that both kinds are ten pixels wide. */
function Mark({ dimension, x, isFull }: { dimension: Dimension; x: number; isFull: boolean }) {
  const className = isFull ? 'full' : 'hollow'
  const inset = isFull ? 0 : 0.65
  if (dimension === 'influence') return <circle className={className} cx={x + 5} cy="5" r={5 - inset} />
  return <rect className={className} x={x + inset} y={inset} width={10 - 2 * inset} height={10 - 2 * inset} />
}
