/** One short line for each step, so that a wait is never silent. */
export function say(line) {
  process.stdout.write(`  ${line}\n`)
}
