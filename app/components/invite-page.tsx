import { Form, Link, useNavigation } from '@remix-run/react'
import { CohortHead } from './cohort-head.tsx'
import type { ImportView, PlannedLine } from './cohort-views.ts'
import { Field } from './field.tsx'
import { Section } from './section.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

/** A list of people to invite: first the file, then what will happen with each line, and only then the invitations. */
export function InvitePage({ view }: { view: ImportView }) {
  return (
    <>
      <CohortHead head={view.head} />
      {view.preview !== null && <Preview view={view} preview={view.preview} />}
      <Section
        id="file"
        title={view.preview === null ? 'Invite a list of people' : 'Or choose another file'}
        note="A table as CSV: an address and, if you like, a name in each line. Up to 5,000 people and 1 MB. You see what will happen before anything does."
      >
        <FileForm problem={view.problem} />
        <pre className="sample">{'address,name\nola@example.org,Ola Nowak\nben@example.org,Ben Carter'}</pre>
      </Section>
      <p className="send onward">
        <Link className="link" to={`/teach/cohorts/${view.head.id}/people`}>
          Back to the people
        </Link>
      </p>
    </>
  )
}

function FileForm({ problem }: { problem: string | null }) {
  const ref = useFocusOnFault(problem)
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form ref={ref} className="ifthen" method="post" encType="multipart/form-data" noValidate>
      <Field id="file-input" name="file" label="The file" problem={problem ?? undefined}>
        {(props) => <input {...props} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />}
      </Field>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : 'See what will happen'}
        </button>
        <span className="small">Nobody is invited by this.</span>
      </div>
    </Form>
  )
}

function Preview({ view, preview }: { view: ImportView; preview: NonNullable<ImportView['preview']> }) {
  const { invites, others, problems, lines, more, people } = preview
  const isSending = useNavigation().state !== 'idle'
  return (
    <Section id="preview" title={title(invites)} note={noteOf(others, problems)}>
      {invites > 0 && (
        <Form method="post" className="ifthen">
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="people" value={people} />
          <div className="send">
            <button className="button" aria-disabled={isSending ? true : undefined}>
              {invites === 1 ? 'Invite this person' : `Invite these ${invites} people`}
            </button>
            <span className="small">
              {view.sendsMail
                ? 'Each gets one mail with the link to join.'
                : 'This site sends no mail: they are kept as invited, and you pass on the link yourself.'}
            </span>
          </div>
        </Form>
      )}
      <table className="data planned">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Address</th>
            <th scope="col">Name</th>
            <th scope="col">What will happen</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.line} line={line} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="small">And {more} more lines of the same kinds.</p>}
    </Section>
  )
}

function Line({ line: { line, email, name, text, isProblem } }: { line: PlannedLine }) {
  return (
    <tr className={isProblem ? 'faulty' : undefined}>
      <td className="num">{line}</td>
      <th scope="row">{email === '' ? '—' : email}</th>
      <td>{name}</td>
      <td>{isProblem ? `Left out. ${text}` : text}</td>
    </tr>
  )
}

function title(invites: number): string {
  if (invites === 0) return 'Nobody here would be invited'
  return invites === 1 ? 'One person will be invited' : `${invites} people will be invited`
}

function noteOf(others: number, problems: number): string {
  const parts = [
    problems === 0 ? null : `${problems} ${problems === 1 ? 'line has' : 'lines have'} no address that can be used.`,
    others === 0 ? null : `${others} ${others === 1 ? 'is' : 'are'} in already, or in the file twice.`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Every line can be used.' : parts.join(' ')
}
