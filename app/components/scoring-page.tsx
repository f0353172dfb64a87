import { Link } from '@remix-run/react'
import { PageHead } from './page-head.tsx'
import { ScoreExample } from './score-example.tsx'
import type { ExampleView, SimulationView } from './score-views.ts'
import { Section } from './section.tsx'
import { SimulationTable } from './simulation-table.tsx'

/** How decisions become estimates, what that is good for and what it is not. */
export function ScoringPage({ example, simulation }: { example: ExampleView; simulation: SimulationView | null }) {
  return (
    <>
      <PageHead title="How decisions become estimates">
        <div className="explained">
          <p>
            Every decision offers options of different quality. We compare what you chose, and what you thought would do
            most harm, with what was on offer, and estimate how strongly your choices follow good practice: in getting
            things done (<span className="execution">execution</span>) and in bringing people along (
            <span className="influence">influence</span>
            ). The bar shows our best estimate; the band around it is where your score lies with 90% probability if our
            model is right, and it narrows as you decide more. We speak of a strength or an exposure only after twelve
            decisions from two cases; “leaning” means likely, not certain. Decisions you have seen before, or answered
            faster than they can be read, don’t count. 50 is a starting assumption, not the average of other people.
            This tells you what to practise. It is not a test of you, and must not be used to select or promote anyone.
          </p>
        </div>
      </PageHead>
      <Section
        id="example"
        title="Try it: what a pick moves"
        note="The same decision again and again. Each option is rated twice, on what it does to the work and what it does to the people. Pick, and watch where the marks go and how the bands narrow; after six decisions the example goes on in a second case."
      >
        <ScoreExample example={example} />
      </Section>
      <Section id="counts" title="What counts, and how much">
        <div className="explained">
          <ul>
            <li>What matters is which options were passed over, not points out of a maximum.</li>
            <li>
              The pick of the most harmful option is a second, weaker reading: it has 30% of the weight of the first.
            </li>
            <li>A decision that is new to you in a case that you have played before counts half.</li>
            <li>
              A decision that you have met before, or answered in less than a quarter of the time it takes to read or by
              the time limit, counts nothing.
            </li>
            <li>
              Answers within a case share a mood and a story, so each of them counts a little less than one alone would.
            </li>
            <li>
              People change: what is known fades a little with every new case and with time, and the bands widen again.
            </li>
            <li>
              What your role asks moves the lines from which on we say exposed or strong. It never moves an estimate.
              You can <Link to="/role">say what your role asks</Link> at any time.
            </li>
          </ul>
        </div>
      </Section>
      <Section id="limits" title="What it cannot tell">
        <div className="explained">
          <ul>
            <li>The results describe choices in written scenarios. What someone does at work may be something else.</li>
            <li>
              The ratings are judgements of the people who wrote the cases. They can be argued with, and each gives its
              reason.
            </li>
            <li>
              No number in the model was fitted to real learners yet, and nothing is validated for selecting or
              promoting anyone. The figures below are simulated.
            </li>
            <li>
              If learners differ more from one another than assumed (by a third), the 90% interval holds the truth in
              82% of cases after one case and in 89% after five.
            </li>
            <li>
              If ratings are much cleaner than assumed, scores drift up; if people both change and name the most harmful
              option at random, the interval holds the truth in 88% after twenty cases.
            </li>
          </ul>
        </div>
      </Section>
      <Section
        id="simulation"
        title="What a simulation shows"
        note="Simulated learners, whose true competence is known, play simulated cases that break the model’s assumptions on purpose."
      >
        {simulation === null ? (
          <p className="note none-yet">The table is not there: npm run bench:measurement writes it.</p>
        ) : (
          <SimulationTable simulation={simulation} />
        )}
      </Section>
      <p className="send onward">
        <Link className="link" to="/profile">
          Your profile
        </Link>
        <Link className="link" to="/cases">
          All cases
        </Link>
      </p>
    </>
  )
}
