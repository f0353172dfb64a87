/** The databases that the program runs on. */
export type Provider = 'sqlite' | 'postgresql'

/** Pure. Which database an address names: `file:PATH`, or `postgresql://…` and `postgres://…`. The address may hold a password: it is not repeated. */
export function providerOf(url: string): Provider {
  if (/^file:./.test(url)) return 'sqlite'
  if (/^postgres(ql)?:\/\/./.test(url)) return 'postgresql'
  throw new Error('Expected an address of a database, file:PATH or postgresql://HOST/NAME')
}
