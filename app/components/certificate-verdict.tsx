import type { VerdictView } from './certificate-views.ts'

type Words = { title: string; text: string }

/** What the check found, in words. Pure. */
export function verdictWords(verdict: VerdictView): Words {
  switch (verdict.kind) {
    case 'good':
      return {
        title: 'This certificate is good',
        text: 'It was signed here, and nothing in it has changed since.',
      }
    case 'revoked':
      return {
        title: 'This certificate was revoked',
        text: `It was taken back on ${verdict.on}.${verdict.reason === null ? '' : ` The reason given: ${verdict.reason}`}`,
      }
    case 'withdrawn':
      return {
        title: 'This certificate was withdrawn',
        text: 'It was given here once. It has been deleted since, and the learner’s name with it, so there is nothing left to show.',
      }
    case 'tampered':
      return {
        title: 'This certificate is not good',
        text: 'What is stored differs from what was signed. Nothing that it says can be trusted, so it is not shown.',
      }
    case 'unknown-key':
      return {
        title: 'This certificate is not good',
        text: 'It is signed with a key that this place does not know. Nobody here can say who signed it, so it is not shown.',
      }
    case 'key-revoked':
      return {
        title: 'This certificate is no longer good',
        text: `The key that signed it was revoked on ${verdict.on}. It can’t be told from a false one any more, so it is not shown.`,
      }
    case 'key-expired':
      return {
        title: 'This certificate is not good',
        text: `It is dated later than ${verdict.on}, when the key that signed it had expired. It is not shown.`,
      }
  }
}

type CertificateVerdictProps = { verdict: VerdictView; checkedAt: string; isHeading: boolean }

/** The result of the check. It heads the page where there is no certificate to show. */
export function CertificateVerdict({ verdict, checkedAt, isHeading }: CertificateVerdictProps) {
  const { title, text } = verdictWords(verdict)
  const isGood = verdict.kind === 'good'
  const Title = isHeading ? 'h1' : 'p'
  return (
    <div className={isGood ? 'verdict' : 'verdict bad'}>
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="8.5" />
        <path d={isGood ? 'M5 9.4l2.8 2.8L13 6.6' : 'M9 4.5v5.5M9 12v2'} />
      </svg>
      <div>
        <Title className="verdict-title">{title}</Title>
        <p>{text}</p>
        {isGood && verdict.isEdited && (
          <p>The course has been edited since. This is for the version that was taken, and is as good as before.</p>
        )}
        <p className="small">Checked just now: {checkedAt}</p>
        {!isGood && verdict.kind !== 'withdrawn' && (
          <p className="small">If it is yours and you can’t explain this, ask the people who run this place.</p>
        )}
      </div>
    </div>
  )
}
