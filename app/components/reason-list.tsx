/** What others wrote, in their own words and without names. */
export function ReasonList({ reasons, more }: { reasons: ReadonlyArray<string>; more: number }) {
  if (reasons.length === 0) return null
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>“{reason}”</li>
      ))}
      {more > 0 && <li className="small">And {more} more.</li>}
    </ul>
  )
}
