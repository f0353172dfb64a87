import { Field } from './field.tsx'
import type { CohortFormView } from './cohort-views.ts'

/** What is typed about a cohort: its name, its course, its days. */
export function CohortFields({ view: { fields, courses, problems } }: { view: CohortFormView }) {
  return (
    <>
      <Field id="cohort-name" name="name" label="Name" problem={problems['name']}>
        {(props) => <input {...props} type="text" autoComplete="off" defaultValue={fields.name} />}
      </Field>
      <Field id="cohort-course" name="course" label="Course" problem={problems['course']}>
        {(props) => (
          <select {...props} defaultValue={fields.course}>
            {courses.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="row">
        <Field id="cohort-startsOn" name="startsOn" label="First day" isOptional problem={problems['startsOn']}>
          {(props) => <input {...props} type="date" defaultValue={fields.startsOn} />}
        </Field>
        <Field id="cohort-endsOn" name="endsOn" label="Last day" isOptional problem={problems['endsOn']}>
          {(props) => <input {...props} type="date" defaultValue={fields.endsOn} />}
        </Field>
      </div>
    </>
  )
}
