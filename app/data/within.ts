/** Whether something holds, found out within a time in milliseconds; what fails or takes longer does not. */
export async function within(ms: number, probing: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = withTimeout(ms)
  return Promise.race([
    probing.then(
      () => true,
      () => false,
    ),
    promise,
  ]).finally(resolve)
}

function withTimeout(ms: number): { promise: Promise<false>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<false>((done) => {
    const timer = setTimeout(() => done(false), ms)
    resolve = () => clearTimeout(timer)
  })
  return { promise, resolve }
}
