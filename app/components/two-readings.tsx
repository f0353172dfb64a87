import { RatingMarks } from './rating-marks.tsx'
import { Section } from './section.tsx'

type Answer = { letter: string; text: string; execution: number; influence: number }

/** Of no case, so that nothing is given away. */
const answers: Array<Answer> = [
  {
    letter: 'A',
    text: 'Tell Dana Friday is fine, and settle the details with the team in the afternoon.',
    execution: 1,
    influence: 1,
  },
  {
    letter: 'B',
    text: 'Cut the export, put one name on the rest, and give Dana Friday in writing.',
    execution: 4,
    influence: 1,
  },
  {
    letter: 'C',
    text: 'Take Dana to stand-up and let the team tell her what Friday would cost them.',
    execution: 1,
    influence: 4,
  },
  { letter: 'D', text: 'Offer her two dated options at noon, each with what would slip.', execution: 3, influence: 3 },
]

const levels = [0, 1, 2, 3, 4]
const left = 52
const base = 252
const step = 66
const rise = 58

/** What the two dimensions are, shown once: one question, four answers, three of which are worth arguing about. */
export function TwoReadings() {
  return (
    <Section
      id="readings"
      title="One question, two readings"
      note="“Can I tell the customer Friday?” Dana asks at 8:40. There are four ways to answer her, and the best one for the work is not the best one for the people. A serves neither. The other three are the argument."
    >
      <div className="readings">
        <figure>
          <Plane />
        </figure>
        <ul className="lettered">
          {answers.map(({ letter, text, execution, influence }) => (
            <li key={letter}>
              <b>{letter}</b>
              <div>
                <p>{text}</p>
                <RatingMarks ratings={{ execution, influence }} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

function Plane() {
  const described = answers.map(
    (answer) => `${answer.letter}: execution ${answer.execution}, influence ${answer.influence}.`,
  )
  const end = left + 4 * step
  return (
    <svg
      className="plane"
      viewBox="0 0 330 304"
      role="img"
      aria-label={`Four answers on two scales from 0 to 4. ${described.join(' ')} C, D and B lie on a line that A falls short of.`}
    >
      {levels.map((level) => (
        <g key={level}>
          <path
            className="grid"
            d={`M${left + level * step} ${base - 4 * rise}V${base}M${left} ${base - level * rise}H${end}`}
          />
          <text className="on-execution" x={left + level * step} y={base + 20} textAnchor="middle">
            {level}
          </text>
          <text className="on-influence" x={left - 12} y={base - level * rise + 4.5} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      <path className="execution-axis" d={`M${left} ${base}H${end}`} />
      <path className="influence-axis" d={`M${left} ${base - 4 * rise}V${base}`} />
      <path className="frontier" d={`M${placeOf(1, 4)}L${placeOf(3, 3)}L${placeOf(4, 1)}`} />
      {answers.map(({ letter, execution, influence }) => (
        <g key={letter} transform={`translate(${placeOf(execution, influence)})`}>
          <circle className="dot" r="12" />
          <text className="letter" y="4.5" textAnchor="middle">
            {letter}
          </text>
        </g>
      ))}
      <text className="on-execution axis-name" x={end} y={base + 44} textAnchor="end">
        Execution: does the work get done
      </text>
      <text className="on-influence axis-name" transform="rotate(-90)" x="-20" y="16" textAnchor="end">
        Influence: do people come with you
      </text>
    </svg>
  )
}

function placeOf(execution: number, influence: number): string {
  return `${left + execution * step} ${base - influence * rise}`
}
