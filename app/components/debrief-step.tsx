import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { RatingMarks } from './rating-marks.tsx'
import type { DebriefStep, JudgedOption } from './views.ts'

const sureness = { guess: 'you were guessing', fairly: 'you were fairly sure', certain: 'you were certain' }

type StepProps = { attempt: string; step: DebriefStep; language: string; isOpen: boolean }

/** One decision: the summary alone is a readable score, what stands under it is why. */
export function DebriefStepDetails({ attempt, step, language, isOpen }: StepProps) {
  return (
    <details className="step" id={`decision-${step.number}`} open={isOpen}>
      <summary>
        <span className="n num">{step.number}</span>
        <h3 lang={language}>
          {step.title} {step.when !== null && <span>{step.when}</span>}
        </h3>
        {step.scored ? <RatingMarks ratings={step.chosen.ratings} /> : <span className="rates small">Not rated</span>}
        <svg className="more" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M1 7h12" />
          <path className="v" d="M7 1v12" />
        </svg>
      </summary>
      <dl className="judged">
        <div className="own">
          <dt>{chosenLine(step)}</dt>
          <dd>
            <Judged option={step.chosen} language={language} />
            {step.reason !== null && <p className="line">You wrote at the time: “{step.reason}”</p>}
          </dd>
        </div>
        {step.strongest.map((option) => (
          <Other key={option.label} label={option.label} option={option} language={language} />
        ))}
        {step.worst !== null && (
          <Other label="You saw most harm in" option={step.worst} remark={step.worst.remark} language={language} />
        )}
      </dl>
      <p className="try-again">
        <Link className="link" to={`/attempts/${attempt}/what-if/${step.number - 1}`}>
          What if…?<span className="vh"> Play on from decision {step.number} another way</span>
        </Link>
        <span className="small">Play on from here another way. It never counts.</span>
      </p>
    </details>
  )
}

function chosenLine({ timedOut, confidence, standing }: DebriefStep): string {
  const parts = [
    timedOut ? 'Time ran out, and this was done' : 'You chose',
    confidence === null ? null : sureness[confidence],
    standing,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

type OtherProps = { label: string; option: JudgedOption; language: string; remark?: string }

function Other({ label, option, language, remark = '' }: OtherProps) {
  return (
    <div>
      <dt>
        {label} <RatingMarks ratings={option.ratings} />
      </dt>
      <dd>
        <Judged option={option} language={language} />
        {remark !== '' && <p className="remark">{remark}</p>}
      </dd>
    </div>
  )
}

function Judged({ option, language }: { option: JudgedOption; language: string }) {
  return (
    <>
      <CaseHtml className="option-text" html={option.html} lang={language} />
      {option.becauseHtml !== '' && <CaseHtml className="why" html={option.becauseHtml} lang={language} />}
    </>
  )
}
