import { Form, Link, useNavigation } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { rangeText } from './progress-text.ts'
import { Section } from './section.tsx'
import { TwoReadings } from './two-readings.tsx'
import type { CaseCard } from './views.ts'

type LandingProps = {
  /** The case that "Play a case now" starts, with the opening of its first scene; null while there is none. */
  sample: { card: CaseCard; openingHtml: string; language: string } | null
  /** Where the one button posts to. */
  playAction: string
  /** How many cases the library holds. */
  cases: number
}

export function Landing({ sample, playAction, cases }: LandingProps) {
  const isStarting = useNavigation().state !== 'idle'
  const range = sample === null ? 'about a dozen' : rangeText(sample.card.decisions.min, sample.card.decisions.max)
  return (
    <>
      <div className="hero">
        <div>
          <h1 id="scene" tabIndex={-1} className="display">
            The work is late. <br />
            The people are watching. <br />
            You decide.
          </h1>
          <p className="lede">
            Casewright is a set of workplace case studies that go on from what you choose. Every decision is read twice:
            what it does to the work, and what it does to the people who have to carry it.
          </p>
          {sample !== null && (
            <Form method="post" action={playAction}>
              <button className="button" aria-disabled={isStarting ? true : undefined}>
                {isStarting ? 'One moment' : 'Play a case now'}
              </button>
              <span className="note">About {sample.card.minutes} minutes. No account needed.</span>
            </Form>
          )}
        </div>
        {sample !== null && (
          <section className="specimen" aria-labelledby="specimen">
            <p className="kicker">The case you would play</p>
            <h2 id="specimen" lang={sample.language}>
              {sample.card.title}
            </h2>
            <CaseHtml html={sample.openingHtml} lang={sample.language} />
            <p className="kicker">You are: {lowerFirst(sample.card.role)}</p>
          </section>
        )}
      </div>

      <TwoReadings />

      <Section id="how" title="What happens when you play">
        <div className="three">
          <div>
            <h3>You decide, in the scene</h3>
            <p>
              You take {range} decisions. In each you say what you would do, and which option would do most harm. What
              you choose comes back, sometimes a week later, from someone who noticed.
            </p>
          </div>
          <div>
            <h3>You see your way, and the others</h3>
            <p>
              After the ending: your route over the whole case, each decision with what it showed and why, and the
              strongest alternative for the work and for the people.
            </p>
          </div>
          <div>
            <h3>You leave with one plan</h3>
            <p>
              When this happens, I will do that, by this day. One sentence about your own work, which comes back on its
              day and asks what became of it. Only you can read it.
            </p>
          </div>
        </div>
      </Section>

      {cases > 0 && (
        <Section
          id="library"
          title="The cases"
          note={
            cases === 1
              ? 'One case so far. Read what it is about before you start.'
              : `${cases} cases. Read what each is about before you start.`
          }
        >
          <Link className="link" to="/cases">
            {cases === 1 ? 'See the case' : 'See the cases'}
          </Link>
        </Section>
      )}
    </>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
