import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CertificateFiles } from './certificate-files.tsx'
import { verdictWords } from './certificate-verdict.tsx'
import type { CertificateView, ClaimView } from './certificate-views.ts'
import { PageHead } from './page-head.tsx'
import { Problem } from './problem.tsx'
import { Section } from './section.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

/** A course's certificate as its learner meets it: what is still missing, the one question, or the certificate. */
export function ClaimPage({ view }: { view: ClaimView }) {
  switch (view.kind) {
    case 'missing':
      return <Missing view={view} />
    case 'ready':
      return <Ready view={view} />
    case 'given':
      return <Given view={view} />
  }
}

function Missing({ view: { course, missing, isLearner } }: { view: ClaimView & { kind: 'missing' } }) {
  return (
    <>
      <ClaimHead course={course.title} title="Your certificate is waiting for you">
        It says that you completed the course, in which roles, and what you practised. Never a score.
        {isLearner
          ? ''
          : ' In this browser nothing of the course has been done yet; if you took it in another one, open this page there.'}
      </ClaimHead>
      <Section id="missing" title="Still to do">
        <ul className="claim-list">
          {missing.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
        <p className="send">
          <Link className="button" to={`/courses/${course.slug}`}>
            Go to the course
          </Link>
        </p>
      </Section>
    </>
  )
}

function Ready({ view: { course, typed, problem } }: { view: ClaimView & { kind: 'ready' } }) {
  const form = useFocusOnFault(problem)
  const isSending = useNavigation().state !== 'idle'
  return (
    <>
      <ClaimHead course={course.title} title="You have completed the course">
        One question, and the certificate is yours: which name should stand on it? In any script, as you would write it
        on paper.
      </ClaimHead>
      <Form ref={form} className="claim-form" method="post">
        <div className="field">
          <label htmlFor="name">Your name</label>
          <input
            id="name"
            name="name"
            type="text"
            dir="auto"
            autoComplete="name"
            spellCheck={false}
            defaultValue={typed}
            aria-invalid={problem === null ? undefined : true}
            aria-describedby={problem === null ? 'name-note' : 'name-problem'}
          />
          {problem !== null && <Problem id="name-problem">{problem}</Problem>}
        </div>
        <p className="small" id="name-note">
          Look at it twice: once it is signed, it can’t be changed. Everyone to whom you give the certificate’s address
          can read it; nobody else finds it.
        </p>
        <p className="send">
          <button className="button" aria-disabled={isSending ? true : undefined}>
            {isSending ? 'One moment' : 'Give me the certificate'}
          </button>
        </p>
      </Form>
    </>
  )
}

function Given({ view: { course, certificate } }: { view: ClaimView & { kind: 'given' } }) {
  const { id, address, verdict } = certificate
  if (verdict.kind !== 'good') return <Lost course={course.title} certificate={certificate} />
  return (
    <>
      <ClaimHead course={course.title} title="Your certificate">
        It has a page of its own, which checks it anew whenever somebody opens it. Give the address to whom you like.
      </ClaimHead>
      <p className="claim-address num">{address}</p>
      <p className="send">
        <Link className="button" to={`/certificates/${id}`}>
          Open its page
        </Link>
      </p>
      <Section id="files" title="To keep and to send">
        <CertificateFiles id={id} />
      </Section>
      <Section id="elsewhere" title="To show elsewhere">
        <dl className="claim-ways">
          <div>
            <dt>On LinkedIn</dt>
            <dd>
              Add a licence or certification: the name is “{course.title}”, the issuing organisation Casewright, the
              credential’s address the one above.
            </dd>
          </div>
          <div>
            <dt>In a wallet</dt>
            <dd>Open the signed file with any wallet that takes Open Badges 3.0 or verifiable credentials.</dd>
          </div>
          <div>
            <dt>On paper</dt>
            <dd>Print its page, or the PDF: both fill one sheet of A4.</dd>
          </div>
        </dl>
      </Section>
    </>
  )
}

function Lost({ course, certificate }: { course: string; certificate: CertificateView }) {
  const { title, text } = verdictWords(certificate.verdict)
  return (
    <>
      <ClaimHead course={course} title={title}>
        {text} What you did in the course is kept all the same.
      </ClaimHead>
      <p className="send">
        <Link className="button" to={`/certificates/${certificate.id}`}>
          Open its page
        </Link>
      </p>
    </>
  )
}

function ClaimHead({ course, title, children }: { course: string; title: string; children: ReactNode }) {
  return (
    <PageHead kicker={`${course} · Certificate`} title={title}>
      <p className="prose">{children}</p>
    </PageHead>
  )
}
