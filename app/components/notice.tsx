/** One sentence about what has just happened, read out politely. */
export function Notice({ text }: { text: string | null }) {
  if (text === null) return null
  return <output className="notice">{text}</output>
}
