/** The command was given something that it can't work with. Ends as one line and exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
