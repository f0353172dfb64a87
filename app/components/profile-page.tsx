import { Link } from '@remix-run/react'
import { Calibration } from './calibration.tsx'
import { CompetencyList } from './competency-list.tsx'
import { DimensionEstimate } from './dimension-estimate.tsx'
import { MomentList } from './moment-list.tsx'
import { NextCase } from './next-case.tsx'
import { PageHead } from './page-head.tsx'
import { Pattern } from './pattern.tsx'
import { ProfilePlane } from './profile-plane.tsx'
import type { ProfileView } from './profile-views.ts'
import { Section } from './section.tsx'
import { SpotList } from './spot-list.tsx'

/** Where a learner's choices are strong and where exposed, how sure that is, and what to play next. */
export function ProfilePage({ view }: { view: ProfileView }) {
  return (
    <>
      <PageHead kicker={view.kicker} title={view.headline}>
        {view.lead !== null && <p className="prose">{view.lead}</p>}
      </PageHead>
      <Estimates view={view} />
      {view.stage === 'known' && <BothAtOnce view={view} />}
      <NextCase next={view.next} underWay={view.underWay} />
      {view.stage !== 'known' && <RoleNote view={view} />}
      {view.stage === 'known' && <Details view={view} />}
      <p className="send onward">
        <Link className="link" to="/how-it-scores">
          How these numbers come about
        </Link>
        <Link className="link" to="/cases">
          All cases
        </Link>
      </p>
    </>
  )
}

function Estimates({ view: { dimensions, role } }: { view: ProfileView }) {
  return (
    <Section
      id="dimensions"
      title="Two estimates, and how sure they are"
      note="The mark is the best estimate; the band holds your score with 90% probability if the model is right. 50 is a starting assumption, not the average of other people. Below the scale: what counts as exposed or strong for what your role asks."
    >
      <div className="dims two">
        <DimensionEstimate dimension="execution" view={dimensions.execution} isAnswered={role.isAnswered} />
        <DimensionEstimate dimension="influence" view={dimensions.influence} isAnswered={role.isAnswered} />
      </div>
    </Section>
  )
}

function BothAtOnce({ view }: { view: ProfileView }) {
  const { region, dimensions, moments, contrast, role, emphasis } = view
  const cuts = { execution: dimensions.execution.cuts, influence: dimensions.influence.cuts }
  return (
    <Section id="plane-title" title="Both at once">
      <div className="two plane-row">
        <ProfilePlane region={region} cuts={cuts} moments={moments} />
        <div className="plane-text">
          <Pattern pattern={contrast} />
          <p className="note">
            The ellipse is where both scores lie together with 90% probability, so it is wider than the two bands.
            Hollow points are the estimates after earlier cases, starting from 50 and 50. The corner at the top right is
            what your role asks for.
          </p>
          <p className="note">
            For now we suggest <b>{emphasis.suggestion}</b>. {emphasis.reason}
          </p>
          <RoleNote view={{ role }} />
        </div>
      </div>
    </Section>
  )
}

function RoleNote({ view: { role } }: { view: Pick<ProfileView, 'role'> }) {
  return (
    <div className="role-note">
      <p className="note">{role.sentence}</p>
      <Link className="link" to="/role">
        {role.isAnswered ? 'Answer the role questions again' : 'Say what your role asks: ten questions'}
      </Link>
    </div>
  )
}

function Details({ view }: { view: ProfileView }) {
  const { competencies, dimensions, blindSpots, strengths, calibration, moments } = view
  return (
    <>
      <Section
        id="competencies"
        title="Seventeen competencies"
        note="Filled marks carry a claim; hollow marks don’t yet. Short ticks show where exposed and strong begin for your role. Open a name to see what it means and the decisions behind it."
      >
        <CompetencyList dimension="execution" competencies={competencies.execution} cuts={dimensions.execution.ticks} />
        <CompetencyList dimension="influence" competencies={competencies.influence} cuts={dimensions.influence.ticks} />
      </Section>
      <div className="two spots-row">
        <Section
          id="blind"
          title="Possible blind spots"
          note="Where you were certain of a choice rated 0 or 1, or took a workable option for the most harmful one."
        >
          <SpotList spots={blindSpots} none="None in the cases whose debrief you have opened." />
        </Section>
        <Section id="hidden" title="Hidden strengths" note="Where you were guessing and chose something rated 3 or 4.">
          <SpotList spots={strengths} none="None in the cases whose debrief you have opened." />
        </Section>
      </div>
      <Section
        id="calibration"
        title="How sure you were, and how it turned out"
        note="Case by case in the order of play. Each stroke is a decision that counts; a full one was a choice rated 3 or 4 on each side that was rated."
      >
        <Calibration calibration={calibration} />
      </Section>
      <Section
        id="moments"
        title="How the estimate moved"
        note="After each case, on the scale from 20 to 80. Bands narrow as you decide more, and widen a little with time."
      >
        <MomentList moments={moments} />
      </Section>
    </>
  )
}
