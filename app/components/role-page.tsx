import { Form, Link, useNavigation } from '@remix-run/react'
import { PageHead } from './page-head.tsx'
import { Problem } from './problem.tsx'
import type { Dimension } from './profile-views.ts'
import { Section } from './section.tsx'

type LensView = {
  /** The labels of the answers 1 to 5. */
  scale: ReadonlyArray<string>
  items: ReadonlyArray<string>
}

export type RoleView = {
  /** The course that asks. */
  course: { slug: string; title: string }
  lens: LensView
  /** By item; null where it has not been answered. */
  answers: ReadonlyArray<number | null>
  /** Places of the items that a sent form left open. */
  missing: ReadonlyArray<number>
  result: RoleResult | null
}

/** What the answers come to. Demands are from 1 to 5. */
type RoleResult = {
  headline: string
  demands: Record<Dimension, number>
  whole: Record<Dimension, number>
  answeredOn: string
}

/** The role lens: ten statements about the role, and what they come to. */
export function RolePage({ view: { course, lens, answers, missing, result } }: { view: RoleView }) {
  return (
    <>
      <PageHead
        kicker={result === null ? 'Your role' : `Your role · answered on ${result.answeredOn}`}
        title={result === null ? 'What does your role ask of you now?' : result.headline}
      >
        <p className="prose">
          {lens.items.length} statements about the role, never about you. They move where exposed and strong begin in
          your profile and what is suggested next. They change no rating and no estimate.
        </p>
      </PageHead>
      {result !== null && <Result result={result} course={course} />}
      <Section
        id="questions"
        title={result === null ? 'The questions' : 'Answer again'}
        note={
          result === null
            ? 'How true is each of your role as it is now?'
            : 'When your role changes, so does what it asks. The last complete answers count.'
        }
      >
        <LensForm lens={lens} answers={answers} missing={missing} />
      </Section>
    </>
  )
}

function Result({ result: { demands, whole }, course }: { result: RoleResult; course: RoleView['course'] }) {
  return (
    <Section
      id="result"
      title="What it comes to"
      note={`On a scale from 1 to 5. The scoring model takes whole numbers: ${whole.execution} for execution and ${whole.influence} for influence.`}
    >
      <div className="demands">
        {(['execution', 'influence'] as const).map((dimension) => (
          <div key={dimension}>
            <div className="dim-head">
              <h3 className={dimension}>{dimension === 'execution' ? 'Execution' : 'Influence'}</h3>
              <p className="claim sure">{demands[dimension].toFixed(1)} of 5</p>
            </div>
            <DemandScale dimension={dimension} demand={demands[dimension]} />
          </div>
        ))}
      </div>
      <p className="send">
        <Link className="button" to={`/courses/${course.slug}`}>
          Go on with the course
        </Link>
        <Link className="link" to="/profile">
          See it in your profile
        </Link>
      </p>
    </Section>
  )
}

function DemandScale({ dimension, demand }: { dimension: Dimension; demand: number }) {
  const place = `${(demand - 1) * 25}%`
  return (
    <svg className="demand-scale" width="100%" height="44" aria-hidden="true">
      <line className="axis" x1="0" x2="100%" y1="14" y2="14" />
      {[1, 2, 3, 4, 5].map((step) => (
        <g key={step}>
          <line className="axis" x1={`${(step - 1) * 25}%`} x2={`${(step - 1) * 25}%`} y1="14" y2="20" />
          <text
            className={step === 1 ? 'anchor-start' : step === 5 ? 'anchor-end' : 'anchor-middle'}
            x={`${(step - 1) * 25}%`}
            y="36"
          >
            {step}
          </text>
        </g>
      ))}
      {dimension === 'influence' ? (
        <circle className="mark-influence" cx={place} cy="14" r="7" />
      ) : (
        <svg x={place} y="14">
          <rect className="mark-execution" x="-6.5" y="-6.5" width="13" height="13" />
        </svg>
      )}
    </svg>
  )
}

function LensForm({ lens, answers, missing }: Pick<RoleView, 'lens' | 'answers' | 'missing'>) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="lens" id="lens">
      {missing.length > 0 && (
        <div className="problems" role="alert">
          <Problem>
            {missing.length === 1
              ? 'One statement has no answer yet.'
              : `${missing.length} statements have no answer yet.`}{' '}
            What you marked is still marked; nothing was kept so far.
          </Problem>
        </div>
      )}
      <p className="lens-key">
        {lens.scale.map((label, place) => (
          <span key={label}>
            <b className="num">{place + 1}</b> {label}
          </span>
        ))}
      </p>
      {lens.items.map((text, item) => (
        <LensItem
          key={text}
          item={item}
          text={text}
          scale={lens.scale}
          answer={answers[item] ?? null}
          isMissing={missing.includes(item)}
        />
      ))}
      <p className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : 'Keep these answers'}
        </button>
        <span className="small">Only you can see them.</span>
      </p>
    </Form>
  )
}

type LensItemProps = {
  item: number
  text: string
  scale: ReadonlyArray<string>
  answer: number | null
  isMissing: boolean
}

function LensItem({ item, text, scale, answer, isMissing }: LensItemProps) {
  const name = `item-${item}`
  return (
    <fieldset aria-describedby={isMissing ? `${name}-problem` : undefined}>
      <legend>
        {item + 1}. {text}
      </legend>
      <div className="answers-row">
        {scale.map((label, place) => (
          <label key={label}>
            <input type="radio" name={name} value={place + 1} defaultChecked={answer === place + 1} />
            <span className="num">
              {place + 1}
              <span className="vh"> {label}</span>
            </span>
          </label>
        ))}
      </div>
      {isMissing && (
        <div id={`${name}-problem`}>
          <Problem>Pick a number from 1 to 5.</Problem>
        </div>
      )}
    </fieldset>
  )
}
